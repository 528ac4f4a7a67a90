using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class ParcelMergeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("aborted", "clear", "aborted", false)]
    [InlineData("unknown", "clear", "unknown", false)]
    [InlineData("clear", "alarm", "alarm", true)]
    [InlineData("clear", "clear", "clear", true)]
    [InlineData("aborted", "alarm", "alarm", false)]
    public void Body_ScanAndController_TheWorstOfTheScansHolds(string scan, string plc, string expected, bool screened)
    {
        var body = Merge(Scan(scan), Plc(plc));

        Assert.Equal((expected, screened), (body.Result, body.Duties!.Screened));
    }

    [Fact]
    public void Body_AbortedAndThenScannedAgain_IsAbortedUntilAPersonDecides()
    {
        var body = Merge(Scan("aborted"), Scan("clear"));
        Assert.Equal(("aborted", true), (body.Result, body.Duties!.Screened));

        body = Merge(Scan("aborted"), Scan("clear"), Operator("clear", 5));
        Assert.Equal(("clear", "aborted", "clear", s_now.AddSeconds(5)), (body.Result, body.MachineResult, body.OperatorResult, body.OperatorTime));
    }

    [Fact]
    public void Body_SeveralOperatorWords_TheLastOneHolds() => Assert.Equal("alarm", Merge(Scan("alarm"), Operator("alarm", 9), Operator("clear", 5)).Result);

    [Theory]
    [InlineData(3, "clear")]
    [InlineData(60, "alarm")]
    public void Body_ScannedAgainAfterAClear_TheAlarmOfTheLaterPassStands(double at, string expected)
    {
        var again = Scan("alarm");
        again = again with { Body = again.Body with { Scan = again.Body.Scan! with { Time = s_now.AddSeconds(at) } } };
        Assert.Equal(expected, Merge(Scan("alarm"), Operator("clear", 5), again).Result);

        // Of another device, with another clock, it counts when it was heard.
        var key = Plc("unknown") with { Body = Plc("unknown").Body with { OperatorResult = "clear" } };
        Assert.Equal(expected, Merge(Scan("alarm"), key, Scan("alarm") with { Received = s_now.AddSeconds(at) }).Result);
    }

    [Fact]
    public void Body_ClearOfTheSamePassThatCameFirst_Holds()
    {
        var (machine, person) = (Scan("alarm"), Operator("clear", 5));
        machine = machine with { Body = machine.Body with { Scan = machine.Body.Scan! with { Uid = "u", Time = s_now.AddSeconds(60) } } };
        person = person with { Body = person.Body with { Scan = person.Body.Scan! with { Uid = "u" } } };
        Assert.Equal("clear", Merge(person, machine).Result);
    }

    [Fact]
    public void Body_LabelAlone_SaysNothingOfTheContents()
    {
        var body = Merge(Label("SF1"));

        Assert.Equal(("unknown", false, "SF1", "barcode"), (body.Result, body.Duties!.Screened, body.WaybillNo, body.Origin));
        Assert.Null(body.Duties.RealName);
    }

    [Fact]
    public void Body_SeveralLabels_NoneIsTheWaybill()
    {
        var body = Merge(Label("SF1"), Label("SF2"), Label("SF1"));

        Assert.Null(body.WaybillNo);
        Assert.Equal(["SF1", "SF2"], body.Barcodes!);
    }

    [Fact]
    public void Body_LaterParts_AddWhatIsMissingAndOverwriteNothing()
    {
        var first = Scan("clear") with { Body = Scan("clear").Body with { CourierCode = "SF", Items = [new("P01")], Scan = new ParcelScan { Id = "A", Status = "SUCCESSFUL" } } };
        var second = Scan("clear") with { Body = Scan("clear").Body with { CourierCode = "YT", Items = [new("P01"), new("P03")], DangerGrade = 1, Scan = new ParcelScan { Id = "B", Uid = "u" } } };

        var body = Merge(first, second);

        Assert.Equal(("SF", "A", "u", 1, 2), (body.CourierCode, body.Scan!.Id, body.Scan.Uid, body.DangerGrade, body.Items!.Count));
    }

    [Fact]
    public void Body_PictureWithoutVerdict_LeavesTheVerdictToTheReport()
    {
        Assert.Equal("clear", Merge(s_picture, Scan("clear")).Result);
        Assert.Equal(("unknown", true, null), (Merge(s_picture).Result, Merge(s_picture).Duties!.Screened, Merge(s_picture).Picture));
    }

    [Fact]
    public void Body_ControllerClearsWhatNoScanDecided_IsUnknownWhereThereIsAScanner()
    {
        Assert.Equal(("unknown", true, "clear"), (Merge(s_picture, Plc("clear")).Result, Merge(s_picture, Plc("clear")).Duties!.Screened, Merge(s_picture, Plc("clear")).Parts![1].Result));
        Assert.Equal("unknown", Merge(Plc("clear")).Result);
        Assert.Equal("alarm", Merge(s_picture, Plc("alarm")).Result);
        Assert.Equal("clear", ParcelMerge.Of(Told(Plc("clear")), ParcelSite.Line with { Scanners = [] }).Body.Result);
        Assert.Equal("clear", ParcelMerge.Of(Told(Plc("clear")), null).Body.Result);
    }

    /// <summary>Where a report says nothing that is known its deciding failed: neither the controller nor another scan makes that clear.</summary>
    [Theory]
    [InlineData("uid")]
    [InlineData("uid jam")]
    [InlineData("uid media")]
    [InlineData("media")]
    [InlineData("media unreadable")]
    [InlineData("tag grade")]
    public void Body_ReportThatDecidesNothing_IsNeverClear(string with)
    {
        bool Is(string word) => with.Contains(word, StringComparison.Ordinal);
        var report = Part(PartKind.Scan, new ParcelInspectionBody
        {
            Origin = Is("tag") ? "dahua" : "dicos",
            Result = "unknown",
            Scan = new ParcelScan { Uid = Is("uid") || Is("tag") ? "u" : null, Status = Is("jam") ? "JAM" : null },
            Media = Is("media") ? [new MediaRef("xray", "00", "image/png", 1)] : null,
            Flags = Is("unreadable") ? ["UNREADABLE_SCAN"] : null,
        });

        Assert.Equal(("unknown", false), (Merge(report, Plc("clear")).Result, Merge(report).Duties!.Screened));
        Assert.Equal("unknown", Merge(report, Scan("clear")).Result);
        Assert.Equal("alarm", Merge(report, Plc("alarm")).Result);
    }

    [Theory]
    [InlineData("alarm", "alarm", "event", true)]
    [InlineData("alarm", "", "event", true)]
    [InlineData("alarm", "scan alarm", "alarm", null)]
    [InlineData("alarm", "scan clear", "event", null)]
    [InlineData("alarm", "scan unknown", "event", null)]
    [InlineData("alarm", "review alarm", "event", true)]
    [InlineData("alarm", "review clear,scan alarm", "alarm", null)]
    [InlineData("alarm", "opened alarm", "alarm", null)]
    [InlineData("alarm", "opened clear", "event", true)]
    [InlineData("clear", "scan alarm", "alarm", null)]
    public void Body_TrainingImage_HidesNothingReal(string tip, string beside, string lane, bool? stays)
    {
        ToldPart[] more = [.. beside.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Beside)];
        var body = Merge([Scan(tip) with { Body = Scan(tip).Body with { Tip = true, Scan = new ParcelScan { Uid = "t", ReportedBy = "MACHINE" } } }, .. more]);

        Assert.Equal((lane == "alarm", stays), (ParcelJudge.IsAlarm(body), body.Tip));
        Assert.Equal(stays is null, body.Flags?.Contains("TIP_BESIDE") == true);

        static ToldPart Beside(string word) => word.Split(' ') switch
        {
            ["scan", var result] => Scan(result),
            ["review", var result] => Operator(result, 1) with { Body = Operator(result, 1).Body with { Scan = new ParcelScan { Uid = "t", ReportedBy = "OPERATOR" } } },
            ["opened", var result] => Part(PartKind.Desk, new ParcelInspectionBody { Origin = "operator", Result = "unknown", OpenCheck = new ParcelOpening(true, Result: result) }),
            var result => Plc(result[0]),
        };
    }

    [Theory]
    [InlineData("alarm", "unknown", "alarm", null)]
    [InlineData("alarm", "perhaps", "alarm", null)]
    [InlineData("clear", "unknown", "unknown", null)]
    [InlineData("clear", "aborted", "aborted", null)]
    [InlineData("alarm", "clear", "clear", "clear")]
    public void Body_PersonWhoDecidesNothing_OverridesNothing(string scan, string said, string expected, string? kept)
    {
        var body = Merge(Scan(scan), Operator(said, 1) with { Body = Operator(said, 1).Body with { OperatorResult = said } });

        Assert.Equal((expected, kept), (body.Result, body.OperatorResult));
    }

    [Fact]
    public void Body_OpenedWithAnotherWord_OverridesNothing() =>
        Assert.Equal("alarm", Merge(Scan("alarm"), Part(PartKind.Desk, new ParcelInspectionBody { Origin = "dahua", Result = "unknown", OpenCheck = new ParcelOpening(true, Result: "unknown") })).Result);

    [Fact]
    public void Body_ScanThatCannotBeRead_IsNeverClear()
    {
        var broken = Scan("unknown") with { Body = Scan("unknown").Body with { Scan = new ParcelScan { Id = "a.dcs" }, Media = [new MediaRef("original", "00", "application/dicom", 1)], Flags = ["UNREADABLE_SCAN"] } };

        Assert.Equal(("unknown", false), (Merge(broken, Plc("clear")).Result, Merge(broken).Duties!.Screened));
    }

    [Theory]
    [InlineData("verified", true)]
    [InlineData("failed", false)]
    [InlineData("absent", false)]
    public void Body_RealName_IsADutyFulfilledOrNot(string told, bool expected) =>
        Assert.Equal(expected, Merge(Scan("clear") with { Body = Scan("clear").Body with { RealName = told } }).Duties!.RealName);

    [Fact]
    public void Write_AndRead_GiveTheSameRecord()
    {
        var told = Told(Scan("alarm"), Label("SF1"), Operator("clear", 1));

        var read = ParcelTeller.Read(ParcelTeller.Write(told))!;

        Assert.Equal(ParcelTeller.Write(told).ToArray(), ParcelTeller.Write(read).ToArray());
        Assert.Equal(ParcelMerge.Of(told, ParcelSite.Line).Body.ToString(), ParcelMerge.Of(read, ParcelSite.Line).Body.ToString());
    }

    private static readonly ToldPart s_picture = Part(PartKind.Scan, new ParcelInspectionBody
    {
        Origin = "dicos", Result = "unknown", Picture = true, Scan = new ParcelScan { Uid = "u" }, Media = [new MediaRef("xray", "00", "image/png", 1)],
    });

    private static ParcelInspectionBody Merge(params ToldPart[] parts) => ParcelMerge.Of(Told(parts), ParcelSite.Line).Body;

    private static ToldParcel Told(params ToldPart[] parts) => new() { RecordId = "r", Station = "st-1", Parts = parts };

    private static ToldPart Scan(string result) => Part(PartKind.Scan, new ParcelInspectionBody { Origin = "dicos", Result = result, Scan = new ParcelScan { Status = "SUCCESSFUL", ReportedBy = "MACHINE" } });

    private static ToldPart Operator(string result, double at) => Part(PartKind.Scan, new ParcelInspectionBody
    {
        Origin = "dicos", Result = result, OperatorTime = s_now.AddSeconds(at), Scan = new ParcelScan { ReportedBy = "OPERATOR" },
    });

    private static ToldPart Plc(string result) => Part(PartKind.Plc, new ParcelInspectionBody { Origin = "modbus", Result = result });

    private static ToldPart Label(string code) => Part(PartKind.Barcode, new ParcelInspectionBody { Origin = "barcode", Result = "unknown", Barcodes = [code] });

    private static ToldPart Part(PartKind kind, ParcelInspectionBody body) => new()
    {
        Device = kind.ToString(), Driver = "d", Kind = kind, Time = s_now, TimeFrom = TimeOrigin.Device, Received = s_now, Body = body,
    };
}
