//! The column with the areas' names.

use super::columns::{Column, Profile, View};

impl View<'_> {
    /// Finds the column with the areas' names: by its heading, else beside bare codes.
    pub(super) fn find_name(&self, columns: &mut [Column], profiles: &[Profile]) {
        if self.name.is_some() {
            return;
        }
        let fits = |columns: &[Column], at: usize| {
            columns.get(at) == Some(&Column::Other)
                && !self.lexicon.is_elsewhere(self.heading.lowest(at))
                && !self.lexicon.is_comment(self.heading.lowest(at))
                && self.lexicon.facet_named(self.heading.lowest(at)).is_none()
                && profiles.get(at).is_some_and(|profile| profile.texts > 0 && profile.by_area)
        };
        let last = self.area.iter().max().copied().unwrap_or(0);
        // `LAN; KOM; VALDIST; RIKSDAGSVALKRETS; Kommun; Valdistrikt`: a district's name says that it is one.
        let district = (0..columns.len()).rev().find(|at| {
            let heading = self.heading.lowest(*at);
            fits(columns, *at) && self.lexicon.is_district(heading) && self.lexicon.is_name(heading)
        });
        let beside = Some(last + 1).filter(|at| fits(columns, *at));
        // The heading that says most stands last: `Kommun; Namn`, `KOMMUNNAMN; VALDISTRIKTSNAMN`.
        let headed = (0..columns.len())
            .rev()
            .find(|at| fits(columns, *at) && self.lexicon.is_name(self.heading.lowest(*at)));
        if let Some(slot) = district.or(beside).or(headed).and_then(|at| columns.get_mut(at)) {
            *slot = Column::Name;
        }
    }
}
