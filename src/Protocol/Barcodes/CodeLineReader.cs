namespace EdgeGateway.Protocol.Barcodes;

/// <summary>
/// Finds codes in a stream of bytes that may be cut and joined anywhere. Nothing of a spoilt line is used, and the line behind it is
/// read as if nothing had been.
/// </summary>
/// <param name="format">How the reader was set up.</param>
public sealed class CodeLineReader(CodeFormat format)
{
    private const byte Stx = 0x02;
    private const byte Etx = 0x03;
    private const byte Lf = (byte)'\n';
    private const byte Cr = (byte)'\r';
    private const int AimLength = 3;

    private readonly byte[] _line = new byte[Math.Max(format.Longest + format.Prefix.Length + format.Suffix.Length + AimLength + 1, 4 * CodeFormat.MostOfAWord)];
    private int _length;
    private bool _isOpen;
    private bool _isTooLong;
    private bool _isNoise;
    private bool _wasCr;

    /// <summary>Whether bytes came that no statement was made of yet.</summary>
    public bool IsOpen => _isOpen || _isNoise || _length > 0;

    /// <summary>Reads on to the next line.</summary>
    /// <param name="bytes">What came; left is what was not looked at yet.</param>
    /// <param name="line">What was found.</param>
    /// <returns>False when all bytes are used up and the next ones are needed.</returns>
    public bool TryRead(ref ReadOnlySpan<byte> bytes, out CodeLine line)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (Take(bytes[i]) is { } found)
            {
                bytes = bytes[(i + 1)..];
                line = found;
                return true;
            }
        }

        bytes = default;
        line = default;
        return false;
    }

    /// <summary>Nothing more comes of the line that was begun.</summary>
    /// <returns>Its fault; null when none was begun.</returns>
    public CodeLine? End()
    {
        string? fault = _isNoise ? CodeFaults.Noise : IsOpen ? CodeFaults.CutOff : null;
        Forget();
        return fault is null ? null : CodeLine.Spoilt(fault);
    }

    private CodeLine? Take(byte value) => format.Terminator switch
    {
        CodeTerminator.StxEtx => TakeFramed(value),
        CodeTerminator.Cr => value == Cr ? Finish() : Keep(value),
        CodeTerminator.Lf => value == Lf ? Finish() : Keep(value),
        CodeTerminator.CrLf => TakeToCrLf(value),
        _ => value is Cr or Lf ? Finish() : Keep(value),
    };

    private CodeLine? TakeFramed(byte value)
    {
        if (value == Stx)
        {
            string? fault = _isOpen ? CodeFaults.CutOff : _isNoise ? CodeFaults.Noise : null;
            Forget();
            _isOpen = true;
            return fault is null ? null : CodeLine.Spoilt(fault);
        }

        if (_isOpen)
        {
            return value == Etx ? Finish() : Keep(value);
        }

        // Readers put line ends between frames so that people can read them.
        _isNoise |= value is not (Cr or Lf);
        return null;
    }

    private CodeLine? TakeToCrLf(byte value)
    {
        bool ends = value == Lf && _wasCr;
        _wasCr = value == Cr;
        if (!ends)
        {
            return Keep(value);
        }

        _length--;
        return Finish();
    }

    private CodeLine? Keep(byte value)
    {
        if (_length < _line.Length)
        {
            _line[_length++] = value;
        }
        else
        {
            _isTooLong = true;
        }

        return null;
    }

    /// <summary>An empty line is no statement.</summary>
    private CodeLine? Finish()
    {
        CodeLine? line = _isTooLong ? CodeLine.Spoilt(CodeFaults.TooLong) : _length > 0 ? CodeText.Read(_line.AsSpan(0, _length), format) : null;
        Forget();
        return line;
    }

    private void Forget() => (_length, _isOpen, _isTooLong, _isNoise, _wasCr) = (0, false, false, false, false);
}
