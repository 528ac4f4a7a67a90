using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.Protocol.Barcodes;

namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>Reads <see cref="BarcodeReaderOptions"/> from a device's entry.</summary>
internal static class BarcodeReaderSettings
{
    private const int MostNoReads = 8;

    private static readonly SerialSettings s_usual = new(string.Empty) { BaudRate = 9_600 };

    private static readonly CodeFormat s_format = new();

    private static readonly Dictionary<string, BarcodeRole> s_roles = new(StringComparer.Ordinal)
    {
        ["tunnel"] = BarcodeRole.Tunnel,
        ["acceptance"] = BarcodeRole.Acceptance,
        ["opening"] = BarcodeRole.Opening,
    };

    private static readonly Dictionary<string, CodeTerminator> s_terminators = new(StringComparer.Ordinal)
    {
        ["line"] = CodeTerminator.Line,
        ["cr"] = CodeTerminator.Cr,
        ["lf"] = CodeTerminator.Lf,
        ["crlf"] = CodeTerminator.CrLf,
        ["stx-etx"] = CodeTerminator.StxEtx,
    };

    private static readonly Dictionary<string, CodeCharset> s_charsets = new(StringComparer.Ordinal)
    {
        ["alphanumeric"] = CodeCharset.Alphanumeric,
        ["digits"] = CodeCharset.Digits,
        ["printable"] = CodeCharset.Printable,
    };

    public static BarcodeReaderOptions Read(SettingsReader device)
    {
        var role = device.Choice("role", BarcodeRole.Tunnel, s_roles);
        bool verifies = device.Flag("verifies", false);
        Refuse(device, verifies && role != BarcodeRole.Acceptance, "verifies", "contradiction", BarcodeWords.VerifiesNothing, BarcodeWords.OnlyAtAcceptance);
        var format = ReadFormat(device);
        Refuse(device, device.Has("silence") && format.Heartbeat is null, "silence", "contradiction", BarcodeWords.MayBeSilent, BarcodeWords.NameAHeartbeat);
        return new BarcodeReaderOptions
        {
            Line = SerialSettingsReader.Read(device, s_usual),
            Format = format,
            Role = role,
            Verifies = verifies,
            Repeat = device.Duration("repeat", TimeSpan.FromSeconds(2), TimeSpan.Zero, TimeSpan.FromSeconds(60)),
            Silence = device.Duration("silence", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)),
        };
    }

    private static CodeFormat ReadFormat(SettingsReader device)
    {
        int longest = device.Whole("longest", s_format.Longest, 1, CodeFormat.MostOfACode);
        int shortest = device.Whole("shortest", Math.Min(s_format.Shortest, longest), 1, CodeFormat.MostOfACode);
        Refuse(device, shortest > longest, "shortest", "contradiction", BarcodeWords.LongerThanLongest, BarcodeWords.MakeItShorter);
        string? heartbeat = Word(device, "heartbeat");
        Refuse(device, heartbeat is { Length: 0 }, "heartbeat", "empty", BarcodeWords.NoHeartbeat, BarcodeWords.WriteAHeartbeat);
        return new CodeFormat
        {
            Terminator = device.Choice("terminator", CodeTerminator.Line, s_terminators),
            Prefix = Word(device, "prefix") ?? string.Empty,
            Suffix = Word(device, "suffix") ?? string.Empty,
            Aim = device.Flag("aim", false),
            NoRead = device.Has("noRead") ? NoReads(device) : s_format.NoRead,
            Heartbeat = heartbeat,
            Charset = device.Choice("charset", CodeCharset.Alphanumeric, s_charsets),
            Shortest = shortest,
            Longest = longest,
        };
    }

    private static IReadOnlyList<string> NoReads(SettingsReader device)
    {
        var words = device.Texts("noRead") ?? [];
        Refuse(device, words.Count > MostNoReads || words.Any(word => word.Length == 0 || !IsWord(word)), "noRead", "not-a-word", BarcodeWords.NotAWord, BarcodeWords.WriteAWord);
        return words;
    }

    private static string? Word(SettingsReader device, string name)
    {
        string? word = device.Text(name);
        Refuse(device, word is not null && !IsWord(word), name, "not-a-word", BarcodeWords.NotAWord, BarcodeWords.WriteAWord);
        return word;
    }

    /// <summary>Control characters are what the terminator is for.</summary>
    private static bool IsWord(string text) => text.Length <= CodeFormat.MostOfAWord && text.All(letter => letter is >= ' ' and <= '~');

    private static void Refuse(SettingsReader device, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, code, problem, right);
        }
    }
}
