namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>Who is shown every record that a sweep finds.</summary>
internal interface IRecordTaker
{
    /// <param name="record">Whatever can be parsed; nothing in it is proved.</param>
    /// <param name="row">Row number; 0 for a record of an index or of a table without row numbers.</param>
    /// <param name="origin">Where it lay.</param>
    /// <returns>True when it was recognised; otherwise another image of its overflow pages may be tried.</returns>
    bool Take(in RawRecord record, long row, PageOrigin origin);
}
