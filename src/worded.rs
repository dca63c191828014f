//! Enums of plain words: each variant's word stands once, and everything that writes or reads it agrees.

/// Makes an enum whose variants are words: `word()`, `Display`, `FromStr`, serde and TypeScript all have the one that
/// stands beside the variant, and `ALL` has the variants in order.
macro_rules! worded {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $($(#[$each:meta])* $variant:ident = $word:tt),+ $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum $name {
            $($(#[$each])* #[serde(rename = $word)] $variant),+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Their words, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// Returns the word, as files and commands have it.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        /// Reads one of [`Self::WORDS`].
        impl std::str::FromStr for $name {
            type Err = $crate::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::Problem::unknown_word(text, Self::WORDS).into()),
                }
            }
        }
    };
}
