using System.Text;

namespace EdgeGateway.Protocol.Nmea;

/// <summary>
/// Finds sentences in a stream of bytes that may be cut and joined anywhere (pdt-radio.md sections 11 and 15, Q14). A sentence
/// counts from its <c>$</c> to the second digit of its checksum: what stands in front of it and behind it cannot spoil it, and
/// nothing of a spoilt one is used.
/// </summary>
public sealed class NmeaReader
{
    /// <summary>Characters of one sentence from <c>$</c> to its checksum; the standard has 82 with the line end.</summary>
    public const int Longest = 120;

    private readonly byte[] _sentence = new byte[Longest];
    private State _state = State.Between;
    private int _length;
    private int _star;
    private bool _noise;

    /// <summary>Where in a line the reader is.</summary>
    private enum State
    {
        /// <summary>Waiting for a <c>$</c>; what comes else is noise, told once.</summary>
        Between,

        /// <summary>Behind a <c>$</c>.</summary>
        Inside,

        /// <summary>Waiting for a <c>$</c>; the fault was told already.</summary>
        Spoilt,
    }

    /// <summary>Reads on to the next sentence or fault.</summary>
    /// <param name="bytes">What came; left is what was not looked at yet.</param>
    /// <param name="item">What was found.</param>
    /// <returns>False when all bytes are used up and the next ones are needed.</returns>
    public bool TryRead(ref ReadOnlySpan<byte> bytes, out NmeaItem item)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (Take(bytes[i]) is { } found)
            {
                bytes = bytes[(i + 1)..];
                item = found;
                return true;
            }
        }

        bytes = default;
        item = default;
        return false;
    }

    /// <summary>The input ends here, for recorded bytes.</summary>
    /// <returns>The fault of what was begun; null when nothing was.</returns>
    public NmeaItem? End()
    {
        string? fault = _state == State.Inside ? EndOfLine() : _noise ? NmeaFaults.Noise : null;
        Become(State.Between);
        return fault is null ? null : new NmeaItem(null, fault);
    }

    private NmeaItem? Take(byte value) => value switch
    {
        (byte)'$' => Begin(),
        (byte)'\r' or (byte)'\n' => FinishLine(),
        _ when _state == State.Inside => Continue(value),
        _ => Skip(),
    };

    private NmeaItem? Begin()
    {
        string? fault = _state == State.Inside ? NmeaFaults.CutOff : _noise ? NmeaFaults.Noise : null;
        Become(State.Inside);
        _sentence[_length++] = (byte)'$';
        return fault is null ? null : new NmeaItem(null, fault);
    }

    private NmeaItem? FinishLine()
    {
        string? fault = _state == State.Inside ? EndOfLine() : _noise ? NmeaFaults.Noise : null;
        Become(State.Between);
        return fault is null ? null : new NmeaItem(null, fault);
    }

    private NmeaItem? Continue(byte value)
    {
        if (value is < 0x20 or > 0x7e)
        {
            return Spoil(NmeaFaults.NotAscii);
        }

        if (_length == Longest)
        {
            return Spoil(NmeaFaults.TooLong);
        }

        _sentence[_length++] = value;
        _star = value == '*' && _star == 0 ? _length : _star;
        return _star > 0 && _length == _star + 2 ? Complete() : null;
    }

    private NmeaItem? Skip()
    {
        _noise |= _state == State.Between;
        return null;
    }

    private NmeaItem Complete()
    {
        var body = _sentence.AsSpan(1, _star - 2);
        if (!IsChecksum(_sentence.AsSpan(_star, 2), body))
        {
            return Spoil(NmeaFaults.Checksum);
        }

        var sentence = NmeaSentence.Parse(Encoding.ASCII.GetString(body));
        Become(State.Between);
        return sentence is null ? new NmeaItem(null, NmeaFaults.Address) : new NmeaItem(sentence, null);
    }

    private NmeaItem Spoil(string fault)
    {
        Become(State.Spoilt);
        return new NmeaItem(null, fault);
    }

    private string EndOfLine() => _star > 0 ? NmeaFaults.CutOff : NmeaFaults.NoChecksum;

    private void Become(State state)
    {
        _state = state;
        _length = _star = 0;
        _noise = false;
    }

    private static bool IsChecksum(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> body)
    {
        int sum = 0;
        foreach (byte value in body)
        {
            sum ^= value;
        }

        return char.IsAsciiHexDigit((char)digits[0]) && char.IsAsciiHexDigit((char)digits[1])
            && sum == (Digit(digits[0]) << 4 | Digit(digits[1]));
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
