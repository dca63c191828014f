//! A file -> a table of text cells with positions.
