using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>plate-camera.md section 2.8, every row of every table, written here a second time.</summary>
public class CodeTableTests
{
    // VIID, GA, Hik, Dahua
    private const string Colours = """
        2|0|white|White
        6|1|yellow|Yellow,YellowbottomBlackText
        5|2|blue|Blue,BluebottomWhiteText
        1|3|black|Black,BlackBottomWhiteText
        9|4|green,newEnergyGreen,newEnergyYellowGreen|Green,ShadowGreen,YellowGreen
        99|9,5,-1|other,unknown,golden,orange,red,brown,mixedColor,civilAviationBlack,civilAviationGreen|Other,Unknown
        """;

    // VIID, detectDir, relaLaneDirectionType, Dahua, two digits
    private const string Directions = """
        1|6|2|2|02
        2|4|1|6|01
        3|7|4|4|04
        4|5|3|0|03
        5||8|1|06
        6||7|5|05
        7||6|3|08
        8||5|7|07
        9|8,1,2,3|0|8,9|00
        """;

    private const string Bodies = """
        2|A|white
        3|B|silver,gray,deepGray
        6|C|yellow
        12|D|pink
        4|E|red
        10|F|purple
        9|G|green
        5|H|blue,deepBlue
        8|I|brown
        1|J|black
        11||cyan
        7||orange
        99|Z,K|unknown
        """;

    [Fact]
    public void PlateColours_EveryRow_ReadsAndWrites() => Check(Colours, PlateColours.Ga, PlateColours.Hikvision, PlateColours.Dahua);

    [Fact]
    public void Headings_EveryRow_ReadsAndWrites() =>
        Check(Directions, Headings.HikvisionDetectDir, Headings.HikvisionLaneDirection, Headings.Dahua, Headings.RegionalTwoDigits);

    [Fact]
    public void BodyColours_EveryRow_ReadsAndWrites() => Check(Bodies, BodyColours.Ga, BodyColours.Hikvision);

    [Fact]
    public void SecondHpysList_EveryRow_ReadsAndWrites()
    {
        Check("5|1\n6|2\n2|3\n1|4\n9|5", PlateColours.GaSecondList);
        Assert.Null(PlateColours.GaSecondList.Write(99));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("purple")]
    [InlineData("-2")]
    public void Read_UnlistedCode_IsNull(string word)
    {
        Assert.Null(Headings.Viid.Read(word));
        Assert.Null(PlateColours.Viid.Read(word));
        Assert.Null(PlateColours.Dahua.Read(word));
    }

    [Fact]
    public void Viid_ItsOwnCodes_StayWhatTheyAre()
    {
        Assert.All(Enumerable.Range(1, 9), code => Assert.Equal(code, Headings.Viid.Read(code)));
        Assert.All(Enumerable.Range(1, 13).Append(99), code => Assert.Equal(code, BodyColours.Viid.Read(code)));
        Assert.All([1, 2, 5, 6, 9, 99], code => Assert.Equal(code.ToString(System.Globalization.CultureInfo.InvariantCulture), PlateColours.Viid.Write(code)));
        Assert.Null(BodyColours.Viid.Read(14));
        Assert.Null(PlateColours.Viid.Read(3));
    }

    [Fact]
    public void Read_OtherCaseAndBlanks_IsTheSameWord() => Assert.Equal(6, PlateColours.Dahua.Read(" yellowBOTTOMblacktext "));

    private static void Check(string rows, params CodeTable[] tables)
    {
        var listed = tables.Select(_ => new List<string>()).ToList();
        foreach (string row in rows.Split('\n'))
        {
            string[] cells = row.Trim().Split('|');
            int viid = int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture);
            for (int table = 0; table < tables.Length; table++)
            {
                string[] words = cells[table + 1].Split(',', StringSplitOptions.RemoveEmptyEntries);
                listed[table].AddRange(words);
                Assert.All(words, word => Assert.Equal((word, viid), (word, tables[table].Read(word))));
                Assert.Equal((row, words.FirstOrDefault()), (row, tables[table].Write(viid)));
            }
        }

        for (int table = 0; table < tables.Length; table++)
        {
            Assert.Equal(listed[table].Order(StringComparer.Ordinal), tables[table].Words.Order(StringComparer.Ordinal));
        }
    }
}
