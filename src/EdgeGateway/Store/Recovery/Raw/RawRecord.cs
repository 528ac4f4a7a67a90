namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>A record as it lies in a cell: types first, then values (file format, section 2.1). Nothing in it is believed.</summary>
internal ref struct RawRecord
{
    /// <summary>More than any table of a store has.</summary>
    public const int MostColumns = 16;

    private readonly ReadOnlySpan<byte> _payload;
    private Columns _types;
    private Columns _starts;

    private RawRecord(ReadOnlySpan<byte> payload) => _payload = payload;

    public int Count { get; private set; }

    /// <returns>False when the bytes are no record.</returns>
    public static bool TryParse(ReadOnlySpan<byte> payload, out RawRecord record)
    {
        record = new RawRecord(payload);
        int at = Varint.Read(payload, out long header);
        if (at == 0 || header < at || header > payload.Length)
        {
            return false;
        }

        long value = header;
        while (at < header)
        {
            int taken = Varint.Read(payload[at..(int)header], out long type);
            long length = Length(type);
            if (taken == 0 || record.Count == MostColumns || length < 0 || value + length > payload.Length)
            {
                return false;
            }

            record._types[record.Count] = type;
            record._starts[record.Count++] = value;
            at += taken;
            value += length;
        }

        return value == payload.Length;
    }

    public readonly bool IsNull(int column) => _types[column] == 0;

    public readonly bool IsInteger(int column) => _types[column] is (>= 1 and <= 6) or 8 or 9;

    public readonly bool IsText(int column) => _types[column] >= 13 && (_types[column] & 1) == 1;

    public readonly bool IsBlob(int column) => _types[column] >= 12 && (_types[column] & 1) == 0;

    public readonly ReadOnlySpan<byte> Bytes(int column) => _payload.Slice((int)_starts[column], (int)Length(_types[column]));

    public readonly long Integer(int column)
    {
        long type = _types[column];
        if (type >= 8)
        {
            return type - 8;
        }

        ReadOnlySpan<byte> bytes = Bytes(column);
        long value = bytes.Length > 0 ? (sbyte)bytes[0] : 0;
        for (int i = 1; i < bytes.Length; i++)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    private static long Length(long type) => type switch
    {
        >= 0 and <= 4 => type,
        5 => 6,
        6 or 7 => 8,
        8 or 9 => 0,
        >= 12 => (type - 12) / 2,
        _ => -1,
    };

    [System.Runtime.CompilerServices.InlineArray(MostColumns)]
    private struct Columns
    {
        private long _first;
    }
}
