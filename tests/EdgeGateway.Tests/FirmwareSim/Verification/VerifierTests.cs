using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>A judge that sees nothing acquits everybody: each defect must be found, and only that one.</summary>
public sealed class VerifierTests
{
    private const string Uuid = "00000000-0000-4000-8000-00000000000";
    private static readonly DateTimeOffset s_time = new(2026, 11, 22, 3, 32, 0, 120, TimeSpan.Zero);

    [Fact]
    public void Verify_AllThere_Passes()
    {
        VerifyReport report = Verify(Ledger(), Received());
        Assert.Equal("accepted 3 delivered 3 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.True(report.Passes(new VerifyOptions(Ordered: true)));
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void Verify_ReadingMissing_IsLost()
    {
        VerifyReport report = Verify(Ledger(), Received().Where(line => line.Seq != 2));
        Assert.Equal("accepted 3 delivered 2 duplicates 0 lost 1 altered 0 gaps 0", report.Line);
        Assert.False(report.Passes(new VerifyOptions()));
        Assert.Equal(1, report.Holes);
    }

    [Fact]
    public void Verify_SameNativeIdAtOtherDevice_IsStillLost()
    {
        VerifyReport report = Verify(Ledger(), Received().Select(line => line.Seq == 2 ? line with { Device = "cam-02" } : line));
        Assert.Equal((1, 1), (report.Lost, report.Invented));
    }

    public static TheoryData<string> Alterations => ["plate", "noplate", "lane", "nolane", "time", "notime", "picture", "fewer", "more", "length"];

    [Theory]
    [MemberData(nameof(Alterations))]
    public void Verify_OneFieldDiffers_IsAltered(string field)
    {
        VerifyReport report = Verify(Ledger(), Received().Select(line => line.Seq == 2 ? Alter(line, field) : line));
        Assert.Equal("accepted 3 delivered 3 duplicates 0 lost 0 altered 1 gaps 0", report.Line);
        Assert.False(report.Passes(new VerifyOptions()));
        Assert.Single(report.Notes);
    }

    [Fact]
    public void Verify_PictureNeverCame_IsLostAndExplained()
    {
        VerifyReport report = Verify(Ledger(), Received().Where(line => line.Sha256 != "b2"));
        Assert.Equal("accepted 3 delivered 2 duplicates 0 lost 1 altered 0 gaps 0", report.Line);
        Assert.Contains("picture b2", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OtherBytesUnderTheHash_IsAltered()
    {
        VerifyReport report = Verify(Ledger(), Received().Select(line => line.Sha256 == "b2" ? line with { Sha256 = "ff" } : line));
        Assert.Equal((0, 1), (report.Lost, report.Altered));
    }

    [Fact]
    public void Verify_PictureOfOtherLength_IsNotThatPicture()
    {
        Assert.Equal(1, Verify(Ledger(), Received().Select(line => line.Sha256 == "b2" ? line with { Bytes = 9 } : line)).Lost);
    }

    [Fact]
    public void Verify_WithoutMedia_ComparesHashesOnly()
    {
        IEnumerable<ReceivedLine> readings = Received().Where(line => line.Type == ReceivedLine.Reading);
        Assert.Equal(0, Verify(Ledger(), readings, new VerifyOptions(WithoutMedia: true)).Lost);
        Assert.Equal(3, Verify(Ledger(), readings).Lost);
    }

    [Fact]
    public void Verify_SameIdAgain_IsDuplicateAndPasses()
    {
        VerifyReport report = Verify(Ledger(), [.. Received(), .. Received().Where(line => line.Seq <= 2)]);
        Assert.Equal("accepted 3 delivered 3 duplicates 2 lost 0 altered 0 gaps 0", report.Line);
        Assert.True(report.Passes(new VerifyOptions(Ordered: true)));
    }

    [Fact]
    public void Verify_RepeatThatDiffers_IsAlteredThoughTheTrueOneCame()
    {
        VerifyReport report = Verify(Ledger(), [.. Received(), Alter(Received().First(line => line.Seq == 2), "plate")]);
        Assert.Equal((1, 1), (report.Duplicates, report.Altered));
    }

    [Fact]
    public void Verify_OnePassageUnderTwoNumbers_IsRenumbered()
    {
        VerifyReport report = Verify(Ledger(), [.. Received(), Received().First(line => line.Seq == 2) with { Id = "gw:e:4", Seq = 4 }]);
        Assert.Equal((1, 0, 0), (report.Renumbered, report.Altered, report.Lost));
    }

    [Fact]
    public void Verify_GapDeclaresTheMissing_IsGapAndNotLost()
    {
        ReceivedLine gap = new() { Type = ReceivedLine.Reading, Topic = "t", Id = "gw:e:4", Epoch = "e", Seq = 4, Device = "cam-01", Kind = "gap", FromSeq = 2, ToSeq = 2, Count = 1 };
        VerifyReport report = Verify(Ledger(), [.. Received().Where(line => line.Seq != 2), gap]);
        Assert.Equal("accepted 3 delivered 2 duplicates 0 lost 0 altered 0 gaps 1", report.Line);
        Assert.Equal(0, report.Holes);
        Assert.Equal(1, Verify(Ledger(), [.. Received().Where(line => line.Seq != 2), gap with { Device = "cam-02" }]).Lost);
    }

    [Fact]
    public void Verify_GapDeclaresMoreThanIsMissing_ShowsWhatIsDeclared()
    {
        VerifyReport report = Verify(Ledger(), [.. Received().Where(line => line.Seq != 2), Gap(4, 2, 9, 5), Gap(5, 2, 9, 5), Gap(6, 20, 29, 3)]);
        Assert.Equal("accepted 3 delivered 2 duplicates 0 lost 0 altered 0 gaps 8", report.Line);
        Assert.Equal(1, report.Excused);
    }

    [Fact]
    public void Verify_GapDeclaresLessThanIsMissing_TheRestIsLost()
    {
        VerifyReport report = Verify(Ledger(), [.. Received().Where(line => line.Seq == 3 || line.Seq is null), Gap(4, 1, 2, 1)]);
        Assert.Equal("accepted 3 delivered 1 duplicates 0 lost 1 altered 0 gaps 1", report.Line);
    }

    [Fact]
    public void Verify_GapWithoutADevice_ExcusesAnyDeviceButOnlyOnce()
    {
        ReceivedLine gap = Gap(4, 1, 3, 2) with { Device = GapClaims.Untold };
        Assert.Equal((1, 2), Outcome(gap));
        Assert.Equal((0, 3), Outcome(gap, Gap(5, 1, 1, 1)));

        static (long, long) Outcome(params ReceivedLine[] gaps)
        {
            VerifyReport report = Verify(Ledger(), [.. Received().Where(line => line.Seq is null), .. gaps]);
            return (report.Lost, report.Excused);
        }
    }

    [Fact]
    public void Verify_GapOfPictures_ExcusesPicturesOnly()
    {
        ReceivedLine gap = Gap(4, 2, 2, 1) with { GapLane = "media" };
        Assert.Equal((0, 1), Outcome(Received().Where(line => line.Sha256 != "b2"), gap));
        Assert.Equal((1, 0), Outcome(Received().Where(line => line.Seq != 2), gap));
        Assert.Equal((1, 0), Outcome(Received().Where(line => line.Sha256 != "b2"), Gap(4, 2, 2, 1)));

        static (long, long) Outcome(IEnumerable<ReceivedLine> received, ReceivedLine gap)
        {
            VerifyReport report = Verify(Ledger(), [.. received, gap]);
            return (report.Lost, report.Excused);
        }
    }

    [Fact]
    public void Verify_BadManifest_Fails()
    {
        VerifyReport report = Verify(Ledger(), Received());
        report.Manifests = new ManifestReport { Manifests = 2 };
        Assert.Equal("accepted 3 delivered 3 duplicates 0 lost 0 altered 0 gaps 0 manifests 2 bad 0 uncovered 0", report.Line);
        Assert.True(report.Passes(new VerifyOptions()));
        report.Manifests.Bad = 1;
        Assert.False(report.Passes(new VerifyOptions()));
    }

    [Fact]
    public void Verify_WithoutLedger_CallsNothingInvented() =>
        Assert.Equal(0, Verify([], Received(), new VerifyOptions(WithoutLedger: true)).Invented);

    [Fact]
    public void Verify_NumbersAgainstTheDevicesOrder_Disordered()
    {
        ReceivedLine[] swapped = [.. Received().Select(line => line.Seq switch { 1 => line with { Seq = 2, Id = "gw:e:2" }, 2 => line with { Seq = 1, Id = "gw:e:1" }, _ => line })];
        VerifyReport report = Verify(Ledger(), swapped);
        Assert.Equal((1, 0, 0), (report.Disordered, report.Lost, report.Altered));
        Assert.True(report.Passes(new VerifyOptions()));
        Assert.False(report.Passes(new VerifyOptions(Ordered: true)));
    }

    [Fact]
    public void Verify_Streamed_CountsUnlessOnlyAcknowledged()
    {
        TruthLine[] ledger = [.. Ledger().Select((line, i) => i == 1 ? line with { Told = TruthLine.Stream } : line)];
        ReceivedLine[] received = [.. Received().Where(line => line.Seq != 2)];
        Assert.Equal((3, 1), (Verify(ledger, received).Accepted, Verify(ledger, received).Lost));
        VerifyReport strict = Verify(ledger, received, new VerifyOptions(OnlyAcknowledged: true));
        Assert.Equal((2, 0), (strict.Accepted, strict.Lost));
    }

    [Fact]
    public void Verify_NeverPromised_IsNeitherLostNorInvented()
    {
        TruthLine[] ledger = [.. Ledger().Select((line, i) => i == 1 ? line with { Told = "503" } : line)];
        Assert.Equal((2, 0, 1, 0), Numbers(Verify(ledger, Received())));
        Assert.Equal((2, 0, 0, 0), Numbers(Verify(ledger, Received().Where(line => line.Seq != 2))));

        static (long, long, long, long) Numbers(VerifyReport r) => (r.Accepted, r.Lost, r.Unpromised, r.Invented);
    }

    [Fact]
    public void Verify_RefusedFirstAndAcceptedLater_IsOnePromise()
    {
        TruthLine refused = Ledger().First() with { Told = TruthLine.None };
        VerifyReport report = Verify([refused, .. Ledger(), Ledger().First()], Received());
        Assert.Equal((3, 3, 0), (report.Accepted, report.Delivered, report.Unpromised));
    }

    [Fact]
    public void Verify_NativeIdWithSuffix_IsTheSamePassage()
    {
        Assert.Equal(0, Verify(Ledger(), Received().Select(line => line with { NativeId = line.NativeId + "/20261122113200120" })).Lost);
    }

    [Fact]
    public void Verify_PicturesInASecondReading_AreTogetherTrue()
    {
        ReceivedLine whole = Received().First(line => line.Seq == 2);
        ReceivedLine[] split = [.. Received().Where(line => line.Seq != 2), whole with { Media = null }, whole with { Id = "gw:e:9", Seq = 9 }];
        Assert.Equal((0, 0), (Verify(Ledger(), split).Lost, Verify(Ledger(), split).Altered));
    }

    private static ReceivedLine Gap(long seq, long from, long to, long count) => new()
    {
        Type = ReceivedLine.Reading, Topic = "t", Id = $"gw:e:{seq}", Epoch = "e", Seq = seq, Device = "cam-01", Kind = "gap", FromSeq = from, ToSeq = to, Count = count, Cause = "retention",
    };

    private static VerifyReport Verify(IEnumerable<TruthLine> ledger, IEnumerable<ReceivedLine> received, VerifyOptions? options = null)
    {
        var index = new ReceivedIndex();
        foreach (ReceivedLine line in received)
        {
            index.Add(line);
        }

        return new Verifier(options ?? new VerifyOptions()).Verify(ledger, index);
    }

    private static IEnumerable<TruthLine> Ledger() => Enumerable.Range(1, 3).Select(i => new TruthLine
    {
        Device = "cam-01",
        NativeId = Uuid + i,
        Plate = "京A1234" + i,
        LaneNo = i,
        Time = s_time.AddSeconds(i),
        Pictures = [new TruthPicture("a" + i, 10), new TruthPicture("b" + i, 20)],
        Told = TruthLine.Ok,
    });

    private static IEnumerable<ReceivedLine> Received() => Ledger().SelectMany((line, i) => new[]
    {
        new ReceivedLine
        {
            Type = ReceivedLine.Reading, Topic = "t", Id = $"gw:e:{i + 1}", Epoch = "e", Seq = i + 1, Device = line.Device, Kind = "plate.read", NativeId = line.NativeId,
            Plate = line.Plate, LaneNo = line.LaneNo, Time = line.Time, Media = [.. line.Pictures.Select(p => new ReceivedPicture(p.Sha256, p.Bytes))],
        },
        new ReceivedLine { Type = ReceivedLine.MediaBytes, Topic = "m", Named = "a" + (i + 1), Sha256 = "a" + (i + 1), Bytes = 10 },
        new ReceivedLine { Type = ReceivedLine.MediaBytes, Topic = "m", Named = "b" + (i + 1), Sha256 = "b" + (i + 1), Bytes = 20 },
    });

    private static ReceivedLine Alter(ReceivedLine line, string field) => field switch
    {
        "plate" => line with { Plate = "京A12349" },
        "noplate" => line with { Plate = null },
        "lane" => line with { LaneNo = 4 },
        "nolane" => line with { LaneNo = null },
        "time" => line with { Time = line.Time!.Value.AddMilliseconds(1) },
        "notime" => line with { Time = null },
        "picture" => line with { Media = [new ReceivedPicture("a2", 10), new ReceivedPicture("b3", 20)] },
        "fewer" => line with { Media = [new ReceivedPicture("a2", 10)] },
        "more" => line with { Media = [.. line.Media!, new ReceivedPicture("c2", 10)] },
        "length" => line with { Media = [new ReceivedPicture("a2", 10), new ReceivedPicture("b2", 21)] },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
