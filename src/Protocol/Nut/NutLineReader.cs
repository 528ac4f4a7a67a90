namespace EdgeGateway.Protocol.Nut;

/// <summary>
/// Cuts what a server sends into lines. NUT ends a line with LF; a CR before it is taken off. A line that grows beyond the
/// limit is dropped up to its end and told once: the next one is read again.
/// </summary>
public sealed class NutLineReader
{
    /// <summary>Most bytes of a line; the server itself never makes one of 1,024.</summary>
    public const int Longest = 4096;

    private readonly byte[] _line = new byte[Longest];
    private int _length;
    private bool _dropping;

    /// <param name="bytes">What came; what was used is taken off.</param>
    /// <param name="item">A line, or why there was none.</param>
    /// <returns>False when more bytes are needed.</returns>
    public bool TryRead(ref ReadOnlySpan<byte> bytes, out NutItem item)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n');
            var part = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            Keep(part);
            if (end >= 0 && Take() is { } found)
            {
                item = found;
                return true;
            }
        }

        item = default;
        return false;
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (_dropping || part.Length > Longest - _length)
        {
            _dropping = true;
            return;
        }

        part.CopyTo(_line.AsSpan(_length));
        _length += part.Length;
    }

    /// <returns>Null for an empty line.</returns>
    private NutItem? Take()
    {
        var line = _line.AsSpan(0, _length);
        bool dropped = _dropping;
        (_length, _dropping) = (0, false);
        if (dropped)
        {
            return new NutItem(null, NutFaults.TooLong);
        }

        line = line.TrimEnd((byte)'\r');
        return line.IsEmpty ? null : NutLine.Read(line);
    }
}
