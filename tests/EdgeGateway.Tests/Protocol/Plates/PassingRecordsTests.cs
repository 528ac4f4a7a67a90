using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>plate-camera.md section 8, passing-vehicle record, field by field.</summary>
public class PassingRecordsTests
{
    private static readonly DateTimeOffset s_time = new(2024, 6, 24, 11, 52, 35, 480, TimeSpan.Zero);

    private static readonly PlateReadBody s_body = new()
    {
        Plate = new PlateInfo
        {
            Raw = "蓝苏A3HK57", Text = "苏A3HK57", Outcome = "VALID", Class = "CIVIL", PlateClass = "02", Colour = 5, Confidence = 96.6,
            CharConfidence = [99, 99, 98, 97, 99, 99, 99],
        },
        FurtherPlates = [new PlateInfo { Raw = "粤Z1234港", Text = "粤Z1234港", Outcome = "VALID", PlateClass = "26", Colour = 1 }],
        Vehicle = new VehicleInfo { Class = "K33", Colour = 2, LengthMm = 4_567, Brand = "大众" },
        CheckpointId = "34020000001210000001",
        LaneNo = 2,
        Heading = 3,
        SpeedKmh = 57.5,
        LimitKmh = 60,
        Violation = new ViolationInfo("1352"),
        Media = [new MediaRef("plate", "pp", "image/jpeg", 1), new MediaRef("scene", "s1", "image/jpeg", 1), new MediaRef("vehicle", "v1", "image/jpeg", 1), new MediaRef("scene", "s2", "image/jpeg", 1)],
    };

    [Fact]
    public void Of_FullReading_CodesEveryField() => Assert.Equal(
        new PassingRecord
        {
            Kkbh = "34020000001210000001", Fxlx = "3", Cdh = "2", Hphm = "苏A3HK57", Hpzl = "02", Gcsj = "2024-06-24 19:52:35", Clsd = "58", Clxs = "60",
            Wfdm = "1352", Cwkc = "457", Hpys = "2", Cllx = "K33", Fzhpzl = "26", Fzhphm = "粤Z1234港", Fzhpys = "3", Clpp = "大众", Csys = "A",
            Tplj = "up/media/", Tp1 = "s1", Tp2 = "s2", Tp3 = "v1", Tztp = "pp", Hpkxd = "97",
            Mwhpkxd = "苏-99,A-99,3-98,H-97,K-99,5-99,7-99", Sxjbh = "cam-03",
        },
        Of(s_body));

    [Fact]
    public void Of_Trailer_IsTheSecondPlateBeforeAnyOther()
    {
        var record = Of(s_body with { AttachedPlate = new PlateInfo { Raw = "鲁Q7253挂", Text = "鲁Q7253挂", Outcome = "VALID", PlateClass = "15", Colour = 6 } });
        Assert.Equal(("鲁Q7253挂", "15", "1"), (record.Fzhphm, record.Fzhpzl, record.Fzhpys));
    }

    [Fact]
    public void Of_BareReading_LeavesOutWhatIsNotKnown() => Assert.Equal(
        """{"hphm":"-","hpzl":"41","gcsj":"2024-06-24 19:52:35","wfdm":"0","hpys":"5","sxjbh":"cam-03"}""",
        JsonDocument.Parse(JsonSerializer.Serialize(
            new PlateReadBody { Plate = new PlateInfo { Raw = "noPlate", Outcome = "NO_PLATE" }, PassingRecord = Of(new PlateReadBody { Plate = new PlateInfo { Raw = "noPlate", Outcome = "NO_PLATE" } }) },
            BodyJson.Default.PlateReadBody)).RootElement.GetProperty("passingRecord").GetRawText());

    [Theory]
    [InlineData(5, "2", "1")]
    [InlineData(6, "1", "2")]
    [InlineData(2, "0", "3")]
    [InlineData(1, "3", "4")]
    [InlineData(9, "4", "5")]
    [InlineData(99, "9", null)]
    [InlineData(null, "5", null)]
    public void Of_PlateColour_IsCodedAsThePeerTakesIt(int? colour, string common, string? second)
    {
        var body = s_body with { Plate = s_body.Plate with { Colour = colour } };
        Assert.Equal((common, second), (Of(body).Hpys, Of(body, HpysList.Second).Hpys));
    }

    [Theory]
    [InlineData(4_564, "456")]
    [InlineData(4_565, "457")]
    [InlineData(999_990, "99999")]
    [InlineData(999_995, null)]
    [InlineData(0, null)]
    [InlineData(int.MaxValue, null)]
    public void Of_Length_IsInCentimetresOfAtMostFiveDigits(int millimetres, string? centimetres) =>
        Assert.Equal(centimetres, Of(s_body with { Vehicle = new VehicleInfo { LengthMm = millimetres } }).Cwkc);

    [Theory]
    [InlineData("UNREAD", null, "-", "44")]
    [InlineData("PARTIAL", "苏A3?K57", "苏A3-K57", "44")]
    [InlineData("INVALID", "BVR1A57", "BVR1A57", "44")]
    public void Of_PlateThatIsNotWhole_IsWrittenWithHyphens(string outcome, string? text, string hphm, string hpzl)
    {
        var record = Of(s_body with { Plate = new PlateInfo { Raw = "x", Outcome = outcome, Text = text } });
        Assert.Equal((hphm, hpzl), (record.Hphm, record.Hpzl));
    }

    [Fact]
    public void Of_OtherZone_IsItsCivilTime() =>
        Assert.Equal("2024-06-24 11:52:35", PassingRecords.Of(s_body, "cam-03", s_time.ToOffset(TimeSpan.FromHours(-5)), TimeSpan.Zero, HpysList.Common).Gcsj);

    private static PassingRecord Of(PlateReadBody body, HpysList list = HpysList.Common) => PassingRecords.Of(body, "cam-03", s_time, TimeSpan.FromHours(8), list);
}
