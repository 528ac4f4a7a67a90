using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>The grammar against the table written a second time: every row, every place, every character; then by chance.</summary>
public class PlateOracleTests
{
    private const string Everything = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + PlateOracle.Provinces + "台港澳使领警学挂试超应急民航临蓝黄白绿";

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, PlateOracle.Rows.Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Parse_EveryCharacterInEveryPlace_IsAsTheTableSays(int row)
    {
        var random = new Random(row);
        for (int round = 0; round < 3; round++)
        {
            string plate = PlateOracle.Sample(PlateOracle.Rows[row], random);
            AssertSame(plate);
            for (int at = 0; at <= plate.Length; at++)
            {
                AssertSame(plate.Remove(Math.Min(at, plate.Length - 1), 1));
                foreach (char c in Everything)
                {
                    AssertSame(plate.Insert(at, c.ToString()));
                    AssertSame(plate.Remove(Math.Min(at, plate.Length - 1), 1).Insert(Math.Min(at, plate.Length - 1), c.ToString()));
                }
            }
        }
    }

    [Fact]
    public void Parse_EveryClass_IsReached() =>
        Assert.Equal(17, PlateOracle.Rows.Select(row => PlateParser.Parse(PlateOracle.Sample(row, new Random(5)), PlateContext.None).Class).Distinct().Count());

    [Fact]
    public void Parse_SeveralChangesByChance_AreAsTheTableSays()
    {
        var random = new Random(52);
        for (int round = 0; round < 20_000; round++)
        {
            char[] text = PlateOracle.Sample(PlateOracle.Rows[random.Next(PlateOracle.Rows.Count)], random).ToCharArray();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                text[random.Next(text.Length)] = Everything[random.Next(Everything.Length)];
            }

            AssertSame(new string(text));
        }
    }

    [Fact]
    public void Parse_ColourBeforeEveryPlate_IsColourOnlyWhenTheWholeIsNoPlate()
    {
        (string Prefix, int Colour)[] prefixes = [("蓝", 5), ("黄", 6), ("白", 2), ("黑", 1), ("绿", 9), ("黄绿", 9)];
        var random = new Random(54);
        foreach (var row in PlateOracle.Rows)
        {
            foreach (var (prefix, colour) in prefixes)
            {
                for (int round = 0; round < 20; round++)
                {
                    string plate = PlateOracle.Sample(row, random);
                    var read = PlateParser.Parse(prefix + plate, PlateContext.None);
                    bool whole = PlateOracle.Class(prefix + plate) is not null;
                    Assert.Equal(
                        (prefix + plate, PlateOutcome.Valid, whole ? prefix + plate : plate, (int?)(whole ? null : colour)),
                        (prefix + plate, read.Outcome, read.Text, read.PrefixColour));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Parse_UnreadCharacterInEveryPlace_IsPartialWithTheClassesLeft(int row)
    {
        string plate = PlateOracle.Sample(PlateOracle.Rows[row], new Random(row));
        for (int at = 0; at < plate.Length; at++)
        {
            string mask = plate.Remove(at, 1).Insert(at, "?");
            foreach (char form in "-?*_－？＊＿")
            {
                var read = PlateParser.Parse(mask.Replace('?', form), PlateContext.None);
                if (form is '-' or '－' && read.Outcome == PlateOutcome.Valid)
                {
                    // The print may have a separator there; then what is left is a plate of another class.
                    Assert.Equal(PlateOracle.Class(mask.Remove(at, 1)), read.Class);
                    continue;
                }

                var classes = PlateOracle.Classes(mask);
                Assert.Equal(mask.Length is 7 or 8 ? PlateOutcome.Partial : PlateOutcome.Invalid, read.Outcome);
                Assert.Equal(mask.Length is 7 or 8 ? (mask, classes.Count == 1 ? classes[0] : null) : (read.Text, null), (read.Text, read.Class));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Parse_SeparatorInEveryPlace_IsTakenOnlyWhereThePrintHasOne(int row)
    {
        var random = new Random(row);
        string plate = PlateOracle.Sample(PlateOracle.Rows[row], random);
        for (int at = 1; at < plate.Length; at++)
        {
            bool printed = at == 2
                || (at == 3 && (plate.StartsWith("WJ", StringComparison.Ordinal) && PlateOracle.Provinces.Contains(plate[2]) || plate.StartsWith("民航", StringComparison.Ordinal) || plate.EndsWith('使')))
                || (at == 4 && plate[0] == '使');
            foreach (char separator in "·•‧・˙.．･")
            {
                var read = PlateParser.Parse(plate.Insert(at, separator.ToString()), PlateContext.None);
                Assert.Equal((plate, at, separator, printed), (plate, at, separator, read.Outcome == PlateOutcome.Valid));
            }

            var hyphened = PlateParser.Parse(plate.Insert(at, "-"), PlateContext.None);
            string mask = plate.Insert(at, "?");
            var expected = printed ? PlateOutcome.Valid : mask.Length is 7 or 8 && PlateOracle.Classes(mask).Count > 0 ? PlateOutcome.Partial : PlateOutcome.Invalid;
            Assert.Equal((plate, at, expected), (plate, at, hyphened.Outcome));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Parse_WrittenInOtherCharacters_IsTheSamePlate(int row)
    {
        const string Latin = "ABEZHIKMNOPTYXABEKMHOPCTYX";
        const string Foreign = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХ";
        var random = new Random(row);
        for (int round = 0; round < 50; round++)
        {
            string plate = PlateOracle.Sample(PlateOracle.Rows[row], random);
            string raw = string.Concat(plate.Select(c => random.Next(5) switch
            {
                0 when c < 0x80 => ((char)(c + 0xFEE0)).ToString(),
                1 => char.ToLowerInvariant(c).ToString(),
                2 when Latin.Contains(c) => Foreign[random.Next(2) == 0 ? Latin.IndexOf(c) : Latin.LastIndexOf(c)].ToString(),
                3 => $"\u200B{c} ",
                _ => c.ToString(),
            }));
            var read = PlateParser.Parse("\uFEFF" + raw, PlateContext.None);
            Assert.Equal((raw, PlateOutcome.Valid, plate, PlateOracle.Rows[row].Class), (raw, read.Outcome, read.Text, read.Class));
        }
    }

    [Fact]
    public void Parse_AnyText_NeverThrowsAndSaysOneThing()
    {
        const string Odd = Everything + "-?*_·. \0\uFEFF\uD83D默无牌车未识别场内连临时入境";
        var random = new Random(53);
        for (int round = 0; round < 50_000; round++)
        {
            string raw = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Odd[random.Next(Odd.Length)]));
            var read = PlateParser.Parse(raw, new PlateContext { HasPlate = random.Next(3) switch { 0 => null, 1 => true, _ => false }, PlateClass = random.Next(4) == 0 ? "15" : null });
            bool textless = read.Outcome is PlateOutcome.NoPlate or PlateOutcome.Unread;
            Assert.Equal((raw, textless), (raw, read.Text is null));
            Assert.Equal((raw, read.Outcome == PlateOutcome.Invalid), (raw, read.Reason is not null));
            Assert.True(read.Outcome != PlateOutcome.Valid || PlateOracle.Class(read.Text!) == read.Class, raw);
            Assert.True(read.Outcome != PlateOutcome.Partial || read.Text!.Contains('?', StringComparison.Ordinal) && PlateOracle.Classes(read.Text).Count > 0, raw);
        }
    }

    // Text without separators, placeholders and words.
    private static void AssertSame(string text)
    {
        var read = PlateParser.Parse(text, PlateContext.None);
        if (PlateOracle.Class(text) is { } name)
        {
            bool legacy = text[1] == 'O' && PlateOracle.Provinces.Contains(text[0]);
            Assert.Equal((text, PlateOutcome.Valid, name, text), (text, read.Outcome, read.Class, read.Text));
            Assert.Equal((text, legacy ? "LEGACY_O" : ""), (text, string.Join(',', read.Flags)));
            return;
        }

        string[] prefixes = ["黄绿", "蓝", "黄", "白", "黑", "绿"];
        string? prefix = prefixes.FirstOrDefault(one => text.StartsWith(one, StringComparison.Ordinal));
        string rest = prefix is null ? text : text[prefix.Length..];
        if (prefix is not null && PlateOracle.Class(rest) is { } behind)
        {
            Assert.Equal((text, PlateOutcome.Valid, behind, rest), (text, read.Outcome, read.Class, read.Text));
            return;
        }

        Assert.Equal((text, PlateOutcome.Invalid, text), (text, read.Outcome, read.Text));
        var corrections = PlateOracle.Corrections(text).Concat(prefix is null ? [] : PlateOracle.Corrections(rest)).ToList();
        Assert.Equal((text, corrections.Count > 0), (text, read.Candidate is not null));
        Assert.True(read.Candidate is null || corrections.Contains(read.Candidate), text);
        Assert.Equal((text, read.Candidate is null ? "" : "OCR_IO"), (text, string.Join(',', read.Flags)));
    }
}
