using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Recovery.Raw;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Recovery;

/// <summary>A row of <c>reading</c> found on a page and proved by its checksum. Valid until the next one.</summary>
internal ref struct RawReading
{
    private const int Columns = 10;

    public long Position { get; private init; }

    public ReadOnlySpan<byte> Epoch { get; private init; }

    public long Seq { get; private init; }

    public long Lane { get; private init; }

    public ReadOnlySpan<byte> Device { get; private init; }

    public ReadOnlySpan<byte> Kind { get; private init; }

    public long Received { get; private init; }

    public bool IsParked { get; private init; }

    public ReadOnlySpan<byte> Parked { get; private init; }

    public long Checksum { get; private init; }

    public ReadOnlySpan<byte> Payload { get; private init; }

    /// <returns>False when it is no row of <c>reading</c> as it was written; it may still tell whose it was.</returns>
    public static bool TryProve(in RawRecord record, long row, out RawReading reading)
    {
        reading = default;
        if (!Fits(record, row))
        {
            return false;
        }

        reading = new RawReading
        {
            Position = row,
            Epoch = record.Bytes(1),
            Seq = record.Integer(2),
            Lane = record.Integer(3),
            Device = record.Bytes(4),
            Kind = record.Bytes(5),
            Received = record.Integer(6),
            IsParked = !record.IsNull(7),
            Parked = record.Bytes(7),
            Checksum = record.Integer(8),
            Payload = record.Bytes(9),
        };
        return reading.Checksum == RowChecksum.OfReading(
            row, reading.Epoch, reading.Seq, reading.Lane, reading.Device, reading.Kind, reading.Received, reading.Payload);
    }

    private static bool Fits(in RawRecord record, long row) =>
        record.Count == Columns && row > 0 && record.IsNull(0) && record.IsText(1) && record.IsInteger(2) && record.IsInteger(3) &&
        record.Integer(3) is >= 0 and <= (long)Protocol.Model.Lane.Telemetry && record.IsText(4) && record.IsText(5) && record.IsInteger(6) &&
        (record.IsNull(7) || record.IsText(7)) && record.IsInteger(8) && record.IsBlob(9);
}
