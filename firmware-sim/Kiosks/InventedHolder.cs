using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Kiosks;

/// <summary>A customer who does not exist. A kiosk knows all of this; nothing of it may leave a gateway, be stored or be logged (kiosk.md section 3.5).</summary>
/// <param name="Name">Three Chinese characters.</param>
/// <param name="IdNumber">18 characters with a right check digit; no such district exists.</param>
/// <param name="BankCard">19 digits.</param>
/// <param name="Mobile">11 digits.</param>
/// <param name="CardUid">Serial number of a card's chip: four or seven bytes, as one reader or another prints them.</param>
/// <param name="Picture">A portrait in base64, as long as a small one is.</param>
public sealed record InventedHolder(string Name, string IdNumber, string BankCard, string Mobile, string CardUid, string Picture)
{
    private const int PictureBytes = 900;
    private const string Signs = "\uff1a: =";
    private const string CheckDigits = "10X98765432";
    private const string Family = "\u9f8d\u90b5\u55ac\u8ac7\u9114\u8278\u7b3e\u9acb";
    private const string Given = "\u71da\u6f84\u7adf\u7028\u5dcd\u96ef\u5b5b\u97f5\u777f\u73ba\u6fc2\u5f67";

    /// <summary>What forms and vendors write before a name; nobody asked a scrubber which of them it knows.</summary>
    private static readonly string[] s_labels =
    [
        "\u59d3\u540d", "\u7533\u8bf7\u4eba\u59d3\u540d", "\u6301\u5361\u4eba\u59d3\u540d", "\u8eab\u4efd\u8bc1\u59d3\u540d", "\u5ba2\u6237\u540d\u79f0", "\u8054\u7cfb\u4eba\u59d3\u540d", "\u7528\u6237\u540d",
        "\u6237\u540d", "\u6536\u6b3e\u4eba", "\u4ee3\u529e\u4eba", "\u9a7e\u9a76\u4eba", "\u66fe\u7528\u540d", "\u8d1f\u8d23\u4eba", "\u7b7e\u540d", "\u62a5\u6848\u4eba",
    ];

    /// <summary>Without a sign behind them nobody can tell what follows from other text.</summary>
    private static readonly string[] s_onlyWithSign = ["\u8d1f\u8d23\u4eba", "\u7b7e\u540d", "\u62a5\u6848\u4eba"];

    private static readonly string[] s_between = ["", ":", " "];

    private static readonly byte[] s_jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F'];
    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Second track of the bank card as a reader gives it, in base64.</summary>
    public string Track => Convert.ToBase64String(Encoding.ASCII.GetBytes(BankCard + "=4912"));

    /// <summary>The bank card's number as it stands on the card: groups of four.</summary>
    public string PrintedCard => string.Join(' ', BankCard.Chunk(4).Select(static group => new string(group)));

    /// <summary>What a search must not find. Of name, card, picture and track a piece is enough, wherever they were cut off; the first bytes are the same in every picture.</summary>
    public IReadOnlyList<string> Seeds =>
        [Name, Name[..2], Name[1..], IdNumber, BankCard, PrintedCard[5..14], PrintedCard[10..19], Mobile, CardUid, Track[..20], Picture[48..80], Picture[400..432]];

    /// <summary>The name as one form or another labels it.</summary>
    /// <param name="number">Which form.</param>
    public string Labelled(long number)
    {
        string label = s_labels[number % s_labels.Length];
        return label + (s_onlyWithSign.Contains(label) ? '\uff1a' : Signs[(int)(number / s_labels.Length % Signs.Length)]) + Name;
    }

    /// <param name="seed">Of the run.</param>
    /// <param name="machine">At which kiosk.</param>
    /// <param name="number">Which of its customers.</param>
    public static InventedHolder Of(ulong seed, string machine, int number)
    {
        var random = SeededRandom.For(seed, machine + "/holder", number);
        return new InventedHolder(
            $"{random.Of(Family)}{random.Of(Given)}{random.Of(Given)}", Id(ref random), "622202" + Digits(ref random, 13), "19" + Digits(ref random, 9),
            Uid(ref random, number), Portrait(ref random));
    }

    private static string Uid(ref SeededRandom random, int number)
    {
        var bytes = new byte[number % 2 == 0 ? 7 : 4];
        random.Fill(bytes);
        return string.Join(s_between[number % s_between.Length], bytes.Select(static one => one.ToString("X2", CultureInfo.InvariantCulture)));
    }

    private static string Id(ref SeededRandom random)
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"99{random.Between(1000, 9999)}19{random.Between(50, 99)}{random.Between(1, 12):00}{random.Between(1, 28):00}{random.Between(100, 999)}");
        int sum = body.Select((digit, at) => (digit - '0') * s_weights[at]).Sum();
        return body + CheckDigits[sum % 11];
    }

    private static string Digits(ref SeededRandom random, int count)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
        {
            text.Append(random.Of("0123456789"));
        }

        return text.ToString();
    }

    private static string Portrait(ref SeededRandom random)
    {
        var bytes = new byte[PictureBytes];
        random.Fill(bytes);
        s_jpeg.CopyTo(bytes, 0);
        return Convert.ToBase64String(bytes);
    }
}
