//! Files that are known for what they are, and hold no table that is read.

worded! {
    /// A format that is known by its first bytes and holds no table that is read.
    #[derive(Default)]
    pub enum OtherFormat {
        /// A web page, often saved as `.xls`.
        #[default]
        Html = "html",
        /// The XML spreadsheet of Excel 2003.
        XmlSpreadsheet2003 = "xml-spreadsheet-2003",
        /// An `OpenDocument` spreadsheet in one XML file.
        FlatOds = "flat-ods",
        /// Any other XML.
        Xml = "xml",
        /// JSON that is no JSON-stat, such as a list of objects.
        Json = "json",
        /// A JSON-stat collection, which lists tables and has none.
        JsonStatCollection = "json-stat-collection",
        /// A PDF document.
        Pdf = "pdf",
        /// A picture.
        Picture = "picture",
        /// A file packed by gzip.
        Gzip = "gzip",
        /// A file packed by another program than ZIP and gzip.
        Packed = "packed",
        /// A spreadsheet of Apple Numbers.
        Numbers = "numbers",
        /// A binary workbook of Excel, XLSB.
        Xlsb = "xlsb",
        /// A workbook of Excel 2 to 4.
        Excel4 = "excel-4",
        /// A text document, DOC, DOCX, ODT or RTF.
        TextDocument = "text-document",
        /// Any other document of an office program.
        OfficeDocument = "office-document",
        /// Apache Parquet.
        Parquet = "parquet",
        /// A database of `SQLite`.
        Sqlite = "sqlite",
        /// SYLK, which Excel calls symbolic link.
        Sylk = "sylk",
        /// DIF.
        Dif = "dif",
        /// A worksheet of Lotus 1-2-3.
        Lotus = "lotus",
        /// A shapefile, a `GeoPackage` or another map without a table.
        Map = "map",
        /// Bytes that are no text.
        Binary = "binary",
    }
}
