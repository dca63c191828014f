//! `troskel rule` writes what the library writes, and refuses what no rule can be.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::process::{Command, Output};

use troskel::criteria::{Language, Require, Tie, sets};
use troskel::output::rule::{Form, Kind, Rule};

fn troskel(arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_troskel")).arg("rule").args(arguments.split(' ')).output().unwrap()
}

#[track_caller]
fn prints(arguments: &str, expected: &str) {
    let output = troskel(arguments);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[track_caller]
fn is_refused(arguments: &str, word: &str) {
    let output = troskel(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments}");
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains(word), "{message}");
}

#[test]
fn every_form_is_written_under_the_set_the_reading_and_the_kind_asked_for() {
    let memo = sets::get("promemoria-2018").unwrap();
    let reading = memo.reading(None, None).unwrap();
    let rule = Rule { set: &memo, reading, kind: Kind::Percent };
    prints("--as sql --lang sv", &rule.write(Form::Sql, Language::Sv));
    prints("--as sql --lang en", &rule.write(Form::Sql, Language::En));
    prints("--as excel-sv --lang en", &rule.write(Form::ExcelSv, Language::En));
    prints("--as json", &rule.write(Form::Json, Language::En));

    let reading = memo.reading(Some(Tie::Inclusive), Some(Require::AtLeast(3))).unwrap();
    let rule = Rule { set: &memo, reading, kind: Kind::Counts };
    let chosen = "--figures counts --tie inclusive --require 3 --lang sv";
    prints(&format!("--as sql {chosen}"), &rule.write(Form::Sql, Language::Sv));
    prints(&format!("--as excel-en {chosen}"), &rule.write(Form::ExcelEn, Language::Sv));

    let scb = sets::get("scb-2012").unwrap();
    let rule = Rule { set: &scb, reading: scb.reading(None, None).unwrap(), kind: Kind::Percent };
    prints("--as sql --criteria scb-2012 --lang en", &rule.write(Form::Sql, Language::En));
}

#[test]
fn what_no_rule_can_be_is_wrong_usage() {
    is_refused("--figures percent", "--as");
    is_refused("--as ods", "excel-sv");
    is_refused("--as sql --figures shares", "counts");
    is_refused("--as sql --require 5 --lang en", "5");
    is_refused("--as sql --criteria scb-2012 --tie inclusive --lang en", "The source itself settles");
}
