using System.Globalization;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>
/// From bytes of a terminal to what it said. After a header that announces data the next line is the data; whatever else
/// comes there is read as what it is, and the header is dropped (pdt-radio.md section 10).
/// </summary>
public sealed class PeiReader
{
    private readonly PeiLines _lines = new();
    private readonly Queue<PeiItem> _items = new();
    private SdsHeader? _awaiting;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _lines.Append(bytes);
        while (_lines.TryTake(out string? line, out string? fault))
        {
            if (line is null)
            {
                _items.Enqueue(new PeiFault(fault!));
            }
            else
            {
                Take(line);
            }
        }
    }

    /// <returns>False when nothing whole is left.</returns>
    public bool TryRead(out PeiItem? item) => _items.TryDequeue(out item);

    private void Take(string line)
    {
        if (_awaiting is { } header)
        {
            _awaiting = null;
            if (line.All(char.IsAsciiHexDigit))
            {
                _items.Enqueue(Data(header, line));
                return;
            }

            _items.Enqueue(new PeiFault(PeiFaults.DataMissing));
        }

        if (Read(line) is { } item)
        {
            _items.Enqueue(item);
        }
    }

    private PeiItem? Read(string line)
    {
        if (line.StartsWith(PeiPrefixes.Sds, StringComparison.Ordinal))
        {
            return Header(line[PeiPrefixes.Sds.Length..]);
        }

        if (line.StartsWith(PeiPrefixes.Sent, StringComparison.Ordinal))
        {
            return Sent(line);
        }

        if (line.StartsWith(PeiPrefixes.Error, StringComparison.Ordinal))
        {
            return new PeiFinal(false, Whole(line[PeiPrefixes.Error.Length..]));
        }

        for (int i = 0; i < PeiPrefixes.Calls.Count; i++)
        {
            if (line.StartsWith(PeiPrefixes.Calls[i], StringComparison.Ordinal))
            {
                return Call((PeiCallKind)i, line[PeiPrefixes.Calls[i].Length..]);
            }
        }

        return line switch
        {
            "OK" => new PeiFinal(true),
            "ERROR" => new PeiFinal(false),
            _ => new PeiText(line),
        };
    }

    private PeiItem? Header(string text)
    {
        if (SdsHeader.Read(text) is not { } read)
        {
            return new PeiFault(PeiFaults.Header);
        }

        if (read.Data is { } data)
        {
            return Data(read.Header, data);
        }

        _awaiting = read.Header;
        return null;
    }

    /// <summary>As many bits as announced; the digit that fills up a byte is not counted, and any more are told (Q15).</summary>
    private static PeiItem Data(SdsHeader header, string digits)
    {
        int announced = (header.Bits + 3) / 4;
        if (digits.Length < announced)
        {
            return new PeiFault(PeiFaults.DataShort);
        }

        bool differs = digits.Length > announced + (announced % 2);
        string whole = digits[..announced] + (announced % 2 == 1 ? "0" : string.Empty);
        byte[] data = Convert.FromHexString(whole);
        if (header.Bits % 8 is > 0 and var rest)
        {
            data[^1] &= (byte)(0xFF << (8 - rest));
        }

        return new PeiSds(header, data, differs);
    }

    private static PeiItem Sent(string line)
    {
        int?[] numbers = [.. line[PeiPrefixes.Sent.Length..].Split(',').Select(Whole)];
        return numbers is [{ } instance, ..] && numbers.Length <= 3
            ? new PeiSent(instance, numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2))
            : new PeiText(line);
    }

    private static PeiItem Call(PeiCallKind kind, string text)
    {
        string[] fields = [.. text.Split(',').Select(field => field.Trim().Trim('"'))];
        return Whole(fields[0]) is { } instance && fields.Length <= 24 ? new PeiCall(kind, instance, fields) : new PeiFault(PeiFaults.Call);
    }

    private static int? Whole(string text) => int.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
