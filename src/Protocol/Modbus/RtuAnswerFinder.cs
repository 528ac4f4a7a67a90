namespace EdgeGateway.Protocol.Modbus;

/// <summary>
/// Finds the answer to one request among the bytes of a line. A line carries noise, late answers and, on some adapters, our own
/// words: whatever is no answer to this request from this unit with a right check sum is passed over, byte by byte, so that a good
/// frame behind it is still found.
/// </summary>
/// <param name="unit">Who was asked.</param>
/// <param name="asked">What.</param>
public sealed class RtuAnswerFinder(byte unit, ModbusRequest asked)
{
    /// <summary>Bytes of the shortest answer, which is a refusal.</summary>
    public const int Least = 5;

    private const int WrittenFrame = 8;

    private readonly byte[] _bytes = new byte[2 * RtuFrame.Longest];
    private readonly byte[] _question = RtuFrame.Of(unit, ModbusWriter.Write(asked));
    private int _count;

    /// <summary>Bytes that were passed over.</summary>
    public int Noise { get; private set; }

    /// <summary>Whether our own question came back, as it does from adapters that hear what they say.</summary>
    public bool HeardItself { get; private set; }

    /// <summary>Bytes that came and are not our own question.</summary>
    public int Heard => Noise + _count;

    /// <summary>How many bytes an answer that refuses nothing has, check sum and unit included.</summary>
    public int Expected => asked.Values.IsEmpty ? 5 + ModbusData.BytesOf(asked.Function, asked.Count) : WrittenFrame;

    /// <param name="bytes">What came, at most as much as a frame can have.</param>
    /// <param name="hearsItself">True when the line is known to give our words back: the first copy of the question is then no answer.</param>
    /// <returns>The answer, or null when more is needed.</returns>
    public ModbusAnswer? Take(ReadOnlySpan<byte> bytes, bool hearsItself)
    {
        // What is still kept is shorter than a frame: both together fit.
        int count = Math.Min(bytes.Length, RtuFrame.Longest);
        bytes[..count].CopyTo(_bytes.AsSpan(_count));
        _count += count;
        return Search(hearsItself, isOver: false);
    }

    /// <summary>The line was silent for longer than a frame allows: what looked like the begin of an answer was none.</summary>
    /// <returns>The answer that stood behind it, or null; nothing is kept.</returns>
    public ModbusAnswer? Silence(bool hearsItself) => Search(hearsItself, isOver: true);

    private ModbusAnswer? Search(bool hearsItself, bool isOver)
    {
        for (int at = 0; at < _count;)
        {
            var rest = _bytes.AsSpan(at, _count - at);
            bool canEcho = CanEcho(hearsItself);
            if (canEcho && rest.StartsWith(_question))
            {
                (HeardItself, at) = (true, at + _question.Length);
                continue;
            }

            int length = Length(rest);
            if (!isOver && (length > rest.Length || (canEcho && _question.AsSpan().StartsWith(rest))))
            {
                Forget(at);
                return null;
            }

            if (length > 0 && length <= rest.Length && RtuFrame.IsWhole(rest[..length]) && ModbusAnswerReader.Read(RtuFrame.Pdu(rest[..length]), asked).Value is { } answer)
            {
                Forget(_count);
                return answer;
            }

            (Noise, at) = (Noise + 1, at + 1);
        }

        Forget(_count);
        return null;
    }

    /// <summary>A write is answered by its own words: that a copy is an echo is only known from reads before.</summary>
    private bool CanEcho(bool hearsItself) => !HeardItself && (asked.Values.IsEmpty || hearsItself);

    /// <returns>How long a frame that begins like this would be; 0 when none that is waited for begins so.</returns>
    private int Length(ReadOnlySpan<byte> rest)
    {
        if (rest[0] != unit)
        {
            return 0;
        }

        if (rest.Length == 1)
        {
            return Least;
        }

        return rest[1] == asked.Function ? Expected : rest[1] == (asked.Function | ModbusFunction.Refused) ? Least : 0;
    }

    private void Forget(int count)
    {
        _bytes.AsSpan(count, _count - count).CopyTo(_bytes);
        _count -= count;
    }
}
