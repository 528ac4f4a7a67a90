using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>Which dispositions are taken, and as what (plate-camera.md sections 2.9 and 8; design section 11).</summary>
public sealed class ViidLibraryMappingTests
{
    [Fact]
    public void Judge_Complete_IsPut()
    {
        var entry = Judge(LibraryWords.Disposition).Entry!;

        Assert.Equal(LibraryWords.DispositionId, entry.Id);
        Assert.Equal("苏A3HK57", entry.Plate);
        Assert.Equal("被盗车辆", entry.Category);
        Assert.Equal("盗抢", entry.Reason);
        Assert.Equal("340200000000 王警官", entry.Authority);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(8)), entry.From);
        Assert.Equal(new DateTimeOffset(2026, 12, 22, 0, 0, 0, TimeSpan.FromHours(8)), entry.To);
        Assert.Equal(1, entry.Priority);
        Assert.Equal("http://127.0.0.1/VIID/DispositionNotifications", entry.NotifyAt);
        Assert.False(entry.Fuzzy);
        Assert.Null(entry.Colour);
    }

    [Theory]
    [InlineData("category", "not-a-motor-vehicle")]
    [InlineData("reason", "no-reason")]
    [InlineData("authority", "no-authority")]
    [InlineData("end", "no-end")]
    [InlineData("end-unreadable", "no-end")]
    [InlineData("begin-unreadable", "begin-unreadable")]
    [InlineData("empty-window", "window-empty")]
    [InlineData("plate-words", "no-plate")]
    [InlineData("plate-missing", "no-plate")]
    [InlineData("plate-too-vague", "no-plate")]
    [InlineData("operation", "operation-unknown")]
    [InlineData("address", "receive-address-not-allowed")]
    [InlineData("reason-long", "reason-too-long")]
    [InlineData("authority-long", "authority-too-long")]
    public void Judge_WithoutWhatItNeeds_IsRefusedAndChangesNothing(string without, string refusal)
    {
        var verdict = Judge(Without(without));

        Assert.Equal(refusal, verdict.Refusal);
        Assert.Null(verdict.Entry);
        Assert.False(verdict.Withdraw);
    }

    [Theory]
    [InlineData("34020000001210000009", null, 1)]
    [InlineData(null, null, 1)]
    [InlineData(null, "3403", 2)]
    [InlineData(null, "3", 2)]
    [InlineData(null, null, 3)]
    [InlineData("34020000001210000009", null, null)]
    public void Judge_ForAnotherPlace_IsRefusedAndWithdrawsWhatWasThere(string? tollgates, string? area, int? range)
    {
        var verdict = Judge(LibraryWords.Disposition with { TollgateList = tollgates, Area = area, Range = range });

        Assert.Equal("not-for-this-place", verdict.Refusal);
        Assert.True(verdict.Withdraw);
    }

    [Theory]
    [InlineData("34020000001210000001", null, 1)]
    [InlineData(null, "34", 2)]
    [InlineData(null, "3402", 2)]
    [InlineData(null, "340200", 2)]
    [InlineData(null, null, null)]
    public void Judge_ForThisPlace_IsPut(string? tollgates, string? area, int? range) =>
        Assert.NotNull(Judge(LibraryWords.Disposition with { TollgateList = tollgates, Area = area, Range = range }).Entry);

    [Fact]
    public void Judge_WindowOver_IsRefusedAndWithdrawn()
    {
        var verdict = Judge(LibraryWords.Disposition with { BeginTime = "20251122000000", EndTime = "20261122113200" });

        Assert.Equal("window-over", verdict.Refusal);
        Assert.True(verdict.Withdraw);
    }

    [Fact]
    public void Judge_Withdrawn_NeedsNothingButItsId()
    {
        var verdict = Judge(new ViidDisposition { Id = "71", OperateType = 1 });

        Assert.True(verdict.Withdraw);
        Assert.Null(verdict.Refusal);
        Assert.Equal("71", verdict.Id);
    }

    [Fact]
    public void Judge_WithoutId_IsRefused() => Assert.Equal("no-id", Judge(LibraryWords.Disposition with { Id = null }).Refusal);

    [Theory]
    [InlineData("蓝苏A3HK57", "苏A3HK57", 5)]
    [InlineData("苏A-3HK57", "苏A3HK57", null)]
    [InlineData("苏A??K57", "苏A??K57", null)]
    [InlineData("AB123CD", "AB123CD", null)]
    public void Judge_PlateText_IsNormalised(string feature, string plate, int? colour)
    {
        var entry = Judge(LibraryWords.Disposition with { TargetFeature = feature }).Entry!;

        Assert.Equal(plate, entry.Plate);
        Assert.Equal(colour, entry.Colour);
    }

    [Fact]
    public void Judge_LongTitle_EndsInsideNoCharacter()
    {
        string title = new string('车', 31) + "\U0001F697";

        Assert.Equal(new string('车', 31), Judge(LibraryWords.Disposition with { Title = title }).Entry!.Category);
    }

    [Theory]
    [InlineData("http://127.0.0.1/x", true)]
    [InlineData("http://127.0.0.1:81/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("http://user@127.0.0.1/x", false)]
    [InlineData("http://alarms.example/x", true)]
    [InlineData("http://alarms.example:9/x", true)]
    [InlineData("https://ALARMS.example/x", true)]
    [InlineData("http://other.example:8120/x", true)]
    [InlineData("http://other.example:80/x", false)]
    [InlineData("http://evil.example/x", false)]
    [InlineData("http://alarms.example.evil.example/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/x", false)]
    public void Admit_Address_OnlyWhatTheOperatorWrote(string address, bool admitted)
    {
        var rule = new NotifyRule(LibraryWords.Upper() with { NotifyHosts = ["alarms.example", "other.example:8120"] });

        Assert.Equal(admitted, rule.Admit(address) is not null);
    }

    private static ViidDisposition Without(string what) => what switch
    {
        "category" => LibraryWords.Disposition with { Category = 1 },
        "reason" => LibraryWords.Disposition with { Reason = null },
        "authority" => LibraryWords.Disposition with { ApplicantName = null, ApplicantOrg = null },
        "end" => LibraryWords.Disposition with { EndTime = null },
        "end-unreadable" => LibraryWords.Disposition with { EndTime = "soon" },
        "begin-unreadable" => LibraryWords.Disposition with { BeginTime = "soon" },
        "empty-window" => LibraryWords.Disposition with { BeginTime = "20261222000000" },
        "plate-words" => LibraryWords.Disposition with { TargetFeature = "红色轿车" },
        "plate-missing" => LibraryWords.Disposition with { TargetFeature = null },
        "plate-too-vague" => LibraryWords.Disposition with { TargetFeature = "苏A?????" },
        "operation" => LibraryWords.Disposition with { OperateType = 2 },
        "address" => LibraryWords.Disposition with { ReceiveAddr = "http://192.0.2.99/x" },
        "reason-long" => LibraryWords.Disposition with { Reason = new string('盗', 257) },
        "authority-long" => LibraryWords.Disposition with { ApplicantOrg = new string('局', 65) },
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static DispositionVerdict Judge(ViidDisposition from) =>
        ViidLibraryMapping.Judge(from, LibraryPlace.Of(LibraryWords.Upper(), TimeSpan.FromHours(8)), LibraryWords.Now);
}
