//! Reading the browser's files: in pieces, into memory of the module's own, while the browser fetches what comes next.

use std::rc::Rc;

use js_sys::{ArrayBuffer, Function, Number, Uint8Array};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortSignal, File, ReadableStreamByobReader, ReadableStreamDefaultReader, ReadableStreamReadResult,
};

use super::tables::{Session, read_value};
use super::to_js;
use crate::areas::{FileImport, Hints, Loaded, Origin, Pass};
use crate::error::Error;
use crate::table::Never;

/// As much of a file is asked for at a time.
const PIECE: u32 = 1 << 20;

/// How far the reading is.
#[derive(Debug, Serialize, Tsify)]
pub struct ReadProgress {
    /// Whole percent of the bytes that are to be read; never falls.
    percent: u64,
    /// The file that is read.
    file: String,
    /// Areas of the file so far.
    areas: usize,
}

/// Why files were not read to their end.
#[derive(Debug, Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReadFailure {
    /// A file holds what can't be read.
    Core {
        /// What the core found.
        error: Error,
    },
    /// The browser can't read the file any more: moved, changed or removed since it was chosen.
    Unreadable {
        /// The file's name.
        file: String,
    },
    /// It was to stop.
    Stopped,
}

impl From<Error> for ReadFailure {
    fn from(error: Error) -> Self {
        Self::Core { error }
    }
}

#[wasm_bindgen]
impl Session {
    /// Reads files one after another, each with its `Origin` at the same place of `origins` where there is one; `tell` is
    /// called with a `ReadProgress` after each piece, and `stop` ends it before the next.
    ///
    /// # Errors
    /// Rejects with a `ReadFailure`.
    pub async fn read(
        &mut self,
        files: Vec<File>,
        #[wasm_bindgen(unchecked_param_type = "(Origin | null)[]")] origins: JsValue,
        tell: Function,
        stop: AbortSignal,
    ) -> Result<(), JsValue> {
        let origins: Vec<Option<Origin>> = read_value(&origins)?;
        let mut reading =
            Reading { tell, stop, to_read: files.iter().map(size_of).sum(), read: 0, percent: 0 };
        for (nth, file) in files.iter().enumerate() {
            match reading.whole(file, self).await {
                Ok(loaded) => self.loaded.push(loaded.from(origins.get(nth).and_then(Option::as_ref))),
                Err(failure) => return Err(to_js(&failure)?),
            }
        }
        Ok(())
    }
}

/// The reading of all files of a call.
struct Reading {
    tell: Function,
    stop: AbortSignal,
    /// In bytes; grows by a file that has to be read twice.
    to_read: u64,
    read: u64,
    percent: u64,
}

impl Reading {
    async fn whole(&mut self, file: &File, session: &Session) -> Result<Loaded, ReadFailure> {
        let mut hints = Hints::default();
        loop {
            let mut import = FileImport::again(&file.name(), Rc::clone(&session.settings), hints);
            let unreadable = |_| ReadFailure::Unreadable { file: file.name() };
            let mut pieces = Pieces::of(file).map_err(unreadable)?;
            while let Some(bytes) = pieces.next().await.map_err(unreadable)? {
                if self.stop.aborted() {
                    return Err(ReadFailure::Stopped);
                }
                import.push(bytes)?;
                self.read = self.read.saturating_add(bytes.len().try_into().unwrap_or(u64::MAX));
                self.progress(file, import.areas());
            }
            match import.finish(&Never)? {
                Pass::Done(loaded) => return Ok(*loaded),
                Pass::Again(found) => hints = found,
            }
            self.to_read = self.to_read.saturating_add(size_of(file));
        }
    }

    fn progress(&mut self, file: &File, areas: usize) {
        let percent = self.read.saturating_mul(100).checked_div(self.to_read).unwrap_or(100).min(100);
        self.percent = self.percent.max(percent);
        let progress = ReadProgress { percent: self.percent, file: file.name(), areas };
        // Whoever listens can't do anything to the reading.
        let _ = to_js(&progress).and_then(|progress| self.tell.call1(&JsValue::NULL, &progress));
    }
}

/// A file's bytes, a piece at a time.
struct Pieces {
    reader: Reader,
    bytes: Vec<u8>,
}

enum Reader {
    /// Fills the memory it is handed, and hands it back.
    Into(ReadableStreamByobReader, ArrayBuffer),
    /// Where the browser hands over memory of its own.
    Whole(ReadableStreamDefaultReader),
}

impl Pieces {
    fn of(file: &File) -> Result<Self, JsValue> {
        let stream = file.stream();
        let reader = match ReadableStreamByobReader::new(&stream) {
            Ok(reader) => Reader::Into(reader, ArrayBuffer::new(PIECE)),
            Err(_) => Reader::Whole(ReadableStreamDefaultReader::new(&stream)?),
        };
        Ok(Self { reader, bytes: Vec::new() })
    }

    async fn next(&mut self) -> Result<Option<&[u8]>, JsValue> {
        let next = match &self.reader {
            Reader::Into(reader, memory) => reader.read_with_array_buffer_view(&Uint8Array::new(memory)),
            Reader::Whole(reader) => reader.read(),
        };
        let read: ReadableStreamReadResult = JsFuture::from(next).await?.unchecked_into();
        if read.get_done() != Some(false) {
            return Ok(None);
        }
        let piece: Uint8Array = read.get_value().unchecked_into();
        if let Reader::Into(_, memory) = &mut self.reader {
            *memory = piece.buffer();
        }
        self.bytes.resize(piece.length().try_into().unwrap_or(0), 0);
        piece.copy_to(&mut self.bytes);
        Ok(Some(&self.bytes))
    }
}

impl Drop for Pieces {
    /// Lets the browser go where the rest is not wanted; at the end of a file it does nothing.
    fn drop(&mut self) {
        let end = match &self.reader {
            Reader::Into(reader, _) => reader.cancel(),
            Reader::Whole(reader) => reader.cancel(),
        };
        // A stream that has failed refuses, which nobody asks about.
        spawn_local(async {
            let _ = JsFuture::from(end).await;
        });
    }
}

/// Returns a file's size; the browser gives it as a number of JavaScript, which is whole here.
fn size_of(file: &File) -> u64 {
    let size = JsValue::from(file.size());
    let digits = size.unchecked_ref::<Number>().to_string_with_radix(10).map(String::from);
    digits.ok().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}
