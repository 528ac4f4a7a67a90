using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>
/// A command to a terminal. Only those of pdt-radio.md section 10 can be made, and ATZ is none of them: on one make it
/// reboots the radio (Q16).
/// </summary>
public sealed class PeiCommand
{
    private const char EndOfData = '\u001A';

    private PeiCommand(string text, string? answer = null) => (Text, AnswerPrefix) = (text, answer);

    /// <summary>Is anybody there?</summary>
    public static PeiCommand Alive { get; } = new("AT");

    public static PeiCommand Signal { get; } = new("AT+CSQ?", "+CSQ:");

    public static PeiCommand OwnNumber { get; } = new("AT+CNUMF?", "+CNUMF:");

    /// <summary>How long a message may be.</summary>
    public static PeiCommand SizeLimit { get; } = new("AT+CMGS=?", "+CMGS:");

    /// <summary>Which short data comes to us (text with and without transport layer, status, LIP, location), and how ours goes out.</summary>
    public static IReadOnlyList<PeiCommand> Profile { get; } =
    [
        new("AT+CTSP=1,3,131"), new("AT+CTSP=1,3,130"), new("AT+CTSP=1,2,20"), new("AT+CTSP=1,3,10"), new("AT+CTSP=1,3,3"), new("AT+CTSDS=12,0,0,0,1"),
    ];

    /// <summary>As written, without line end.</summary>
    public string Text { get; }

    /// <summary>With what the lines of its answer begin; null when it has none but the last.</summary>
    public string? AnswerPrefix { get; }

    /// <summary>Whether the answer brings a number that later messages name.</summary>
    public bool Sends { get; private init; }

    /// <param name="to">For whom.</param>
    /// <param name="data">All of it counts, at most 255 bytes.</param>
    public static PeiCommand Send(TetraIdentity to, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length * 8, SdsHeader.MostBits);
        string line = string.Create(CultureInfo.InvariantCulture, $"AT+CMGS={to.Id},{data.Length * 8}\r\n{Convert.ToHexString(data)}{EndOfData}");
        return new PeiCommand(line) { Sends = true };
    }

    /// <summary>As it goes over the line.</summary>
    public byte[] ToBytes() => Encoding.ASCII.GetBytes(Sends ? Text : Text + "\r\n");
}
