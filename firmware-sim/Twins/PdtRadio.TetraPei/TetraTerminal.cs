using System.Globalization;
using System.Text;

namespace EdgeGateway.Sim.Twins.PdtRadio.TetraPei;

/// <summary>The terminal's command interpreter: what it answers, and which texts it was told to send.</summary>
public sealed class TetraTerminal(TetraProfile profile, TimeProvider time)
{
    private const char EndOfData = '\u001A';

    private readonly StringBuilder _line = new();
    private (string To, int Bits)? _sending;
    private DateTimeOffset _deafUntil;
    private int _errors = profile.FirstErrors;
    private int _instance;

    /// <summary>How often somebody reset it.</summary>
    public int Resets { get; private set; }

    /// <summary>True when whoever is there has asked for everything that comes before the work.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>Texts it sent, by target, with their bytes.</summary>
    public List<TetraSending> Sent { get; } = [];

    /// <summary>Whoever was there is gone.</summary>
    public void Forget()
    {
        _line.Clear();
        (_sending, IsGreeted) = (null, false);
    }

    /// <returns>Its answers, each a whole one.</returns>
    public IReadOnlyList<string> Take(ReadOnlySpan<byte> bytes)
    {
        var answers = new List<string>();
        foreach (byte one in bytes)
        {
            char letter = (char)one;
            bool ends = _sending is null ? letter is '\r' or '\n' : letter == EndOfData;
            if (!ends)
            {
                _line.Append(letter);
                continue;
            }

            string line = _line.ToString().Trim();
            _line.Clear();
            if (line.Length > 0 && time.GetUtcNow() >= _deafUntil && Answer(line) is { } answer)
            {
                answers.Add((profile.Echo && _sending is null ? $"{line}\r\n" : string.Empty) + answer);
            }
        }

        return answers;
    }

    private string? Answer(string line)
    {
        if (_sending is { } sending)
        {
            _sending = null;
            return Send(sending.To, sending.Bits, line);
        }

        if (line.Equals("ATZ", StringComparison.OrdinalIgnoreCase))
        {
            Resets++;
            _deafUntil = time.GetUtcNow() + profile.Reboot;
            Forget();
            return null;
        }

        if (_errors > 0)
        {
            _errors--;
            return "\r\n+CME ERROR: 35\r\n";
        }

        return Command(line);
    }

    private string? Command(string line)
    {
        if (line == "AT+CMGS=?")
        {
            IsGreeted = true;
            return "\r\n+CMGS: (0-16777215),(1-2016)\r\n\r\nOK\r\n";
        }

        if (line.StartsWith("AT+CMGS=", StringComparison.Ordinal))
        {
            string[] parts = line["AT+CMGS=".Length..].Split(',');
            _sending = parts.Length == 2 && int.TryParse(parts[1], out int bits) ? (parts[0], bits) : null;
            return _sending is null ? "\r\n+CME ERROR: 34\r\n" : null;
        }

        return line switch
        {
            "AT+CNUMF?" => string.Create(CultureInfo.InvariantCulture, $"\r\n+CNUMF: 0,090116383{profile.Own:00000000}\r\n\r\nOK\r\n"),
            "AT+CSQ?" => "\r\n+CSQ: 23,99\r\n\r\nOK\r\n",
            "AT" or ['A', 'T', '+', 'C', 'T', 'S', ..] => "\r\nOK\r\n",
            _ => "\r\n+CME ERROR: 35\r\n",
        };
    }

    private string Send(string to, int bits, string digits)
    {
        if (digits.Length != (bits + 3) / 4 || !digits.All(char.IsAsciiHexDigit))
        {
            return "\r\n+CME ERROR: 33\r\n";
        }

        var sending = new TetraSending(_instance++ % 100, to, Convert.FromHexString(digits));
        Sent.Add(sending);
        return string.Create(CultureInfo.InvariantCulture, $"\r\n+CMGS: {sending.Instance},0,{sending.Reference}\r\n\r\nOK\r\n");
    }
}

/// <param name="Instance">What the terminal calls it.</param>
/// <param name="To">Target, as it was written.</param>
/// <param name="Data">Its bytes.</param>
public sealed record TetraSending(int Instance, string To, byte[] Data)
{
    /// <summary>Of the transport layer.</summary>
    public int Reference => Data.Length > 2 ? Data[2] : 0;

    /// <summary>Whether it is a text, and no report.</summary>
    public bool IsTransfer => Data.Length > 3 && Data[1] >> 4 == 0;

    public bool WantsReport => IsTransfer && (Data[1] & 0x0C) != 0;
}
