using EdgeGateway.Pipeline.Passages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline;

/// <summary>plate-camera.md section 7, Dedupe: what is linked, what is not, and nothing is ever dropped.</summary>
public sealed class PassageBookTests
{
    private const string Checkpoint = "34020000001210000001";
    private static readonly DateTimeOffset s_time = new(2024, 6, 24, 19, 52, 35, TimeSpan.FromHours(8));

    private readonly PassageBook _book = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(2.9, true)]
    [InlineData(-2.9, true)]
    [InlineData(3, true)]
    [InlineData(-3, true)]
    [InlineData(3.001, false)]
    [InlineData(-3.001, false)]
    public void Mark_OtherCameraWithinThreeSeconds_IsTheSamePassage(double seconds, bool linked)
    {
        var first = Mark(Read("a", 0));
        var second = Mark(Read("b", seconds));
        Assert.Null(first.Links);
        Assert.Equal(linked, first.Id == second.Id);
        Assert.Equal(linked ? [new PassageLink("a", "a@0")] : null, second.Links);
    }

    [Theory]
    [InlineData(2.999, true)]
    [InlineData(3, false)]
    [InlineData(-3, false)]
    public void Mark_SameCamera_IsANewPassageFromThreeSecondsOn(double seconds, bool linked) =>
        Assert.Equal(linked, Mark(Read("a", 0)).Id == Mark(Read("a", seconds)).Id);

    [Fact]
    public void Mark_ParkedVehicle_MakesAPassageEveryThreeSecondsAndNoEndlessOne()
    {
        var ids = Enumerable.Range(0, 31).Select(second => Mark(Read("a", second)).Id).ToList();
        Assert.Equal(11, ids.Distinct().Count());
    }

    [Fact]
    public void Mark_OtherLaneCheckpointOrPlate_IsAnotherPassage()
    {
        string first = Mark(Read("a", 0)).Id;
        Assert.NotEqual(first, Mark(Read("b", 0) with { Body = Body("b@0") with { LaneNo = 3 } }).Id);
        Assert.NotEqual(first, Mark(Read("c", 0) with { Body = Body("c@0") with { CheckpointId = "34020000001210000002" } }).Id);
        Assert.NotEqual(first, Mark(Read("d", 0) with { Body = Body("d@0") with { CheckpointId = null } }).Id);
        Assert.NotEqual(first, Mark(Read("e", 0, "京A12346")).Id);
        Assert.Equal(first, Mark(Read("f", 0) with { Body = Body("f@0") with { LaneNo = null } }).Id);
    }

    [Fact]
    public void Mark_WithoutCheckpoint_OnlyTheSameDeviceMeetsItself()
    {
        string first = Mark(Read("a", 0) with { Body = Body("a@0") with { CheckpointId = null } }).Id;
        Assert.NotEqual(first, Mark(Read("b", 0) with { Body = Body("b@0") with { CheckpointId = null } }).Id);
        Assert.Equal(first, Mark(Read("a", 1) with { Body = Body("a@1") with { CheckpointId = null } }).Id);
    }

    [Theory]
    [InlineData("UNREAD", null)]
    [InlineData("NO_PLATE", null)]
    [InlineData("UNREAD", "京A12345")]
    public void Mark_NothingRead_IsNeverLinkedByPlate(string outcome, string? text)
    {
        var plate = new PlateInfo { Raw = "unknown", Outcome = outcome, Text = text };
        var ids = new[] { ("a", "1"), ("a", "2"), ("b", "3") }
            .Select(one => _book.Mark(Read(one.Item1, 0) with { Body = Body(one.Item2) with { Plate = plate } }).Passage()).ToList();
        Assert.Equal(3, ids.Select(one => one.Id).Distinct().Count());
        Assert.All(ids, one => Assert.Null(one.Links));
    }

    [Fact]
    public void Mark_SameMask_IsLinkedAndAnotherMaskIsNot()
    {
        string first = Mark(Read("a", 0, "京A1?345", "PARTIAL")).Id;
        Assert.Equal(first, Mark(Read("b", 1, "京A1?345", "PARTIAL")).Id);
        Assert.NotEqual(first, Mark(Read("c", 1, "京A12345")).Id);
    }

    [Fact]
    public void Mark_Repeat_IsToldTheSameWithoutALinkToItself()
    {
        var first = Mark(Read("a", 0));
        var second = Mark(Read("b", 1));
        Assert.Equal(first, Mark(Read("a", 0)));
        var again = Mark(Read("b", 1));
        Assert.Equal((second.Id, second.Version), (again.Id, again.Version));
        Assert.Equal(second.Links, again.Links);
    }

    [Fact]
    public void Mark_AfterARestart_RepeatsAndTheSameStretchKeepTheId()
    {
        string before = Mark(Read("a", 0)).Id;
        var restarted = new PassageBook();
        Assert.Equal(before, restarted.Mark(Read("a", 0)).Passage().Id);
        Assert.Equal(before, new PassageBook().Mark(Read("b", 0.4)).Passage().Id);
        Assert.Matches("^[0-9a-f]{32}$", before);
    }

    [Fact]
    public void Mark_PicturesThatComeLater_NameThePassageWithAHigherVersionAndTheLastIsFinal()
    {
        var parts = new[] { ("p1", true), ("p2", true), ("p3", false) }
            .Select(part => _book.Mark(Part("a", part.Item1, part.Item2)).Passage()).ToList();
        Assert.Single(parts.Select(part => part.Id).Distinct());
        Assert.Equal([(1, false), (2, false), (3, true)], parts.Select(part => (part.Version, part.Final!.Value)));
        Assert.Equal([new PassageLink("a", "p1"), new PassageLink("a", "p2")], parts[2].Links);
    }

    [Fact]
    public void Mark_PicturesOfAnUnreadPlate_AreOfItsPassageAlsoAfterARestart()
    {
        var plate = new PlateInfo { Raw = "unknown", Outcome = "UNREAD" };
        Reading Unread(string native, bool more) => Part("a", native, more) with { Body = (PlateReadBody)Part("a", native, more).Body with { Plate = plate } };
        string first = _book.Mark(Unread("p1", true)).Passage().Id;
        Assert.Equal(first, _book.Mark(Unread("p2", false)).Passage().Id);
        var late = new PassageBook().Mark(Unread("p2", false)).Passage();
        Assert.Equal((first, true), (late.Id, late.Final!.Value));
    }

    [Fact]
    public void Mark_SameKeyAfterTheLastPart_IsANewPassage()
    {
        string first = _book.Mark(Part("a", "p1", true)).Passage().Id;
        _book.Mark(Part("a", "p2", false));
        var later = Part("a", "p9", false);
        Assert.NotEqual(first, _book.Mark(later with { Time = s_time.AddMinutes(1) }).Passage().Id);
    }

    [Fact]
    public void Mark_ManyPassages_ForgetsTheOldest()
    {
        var small = new PassageBook(8);
        string first = small.Mark(Read("a", 0)).Passage().Id;
        for (int i = 0; i < 9; i++)
        {
            small.Mark(Read("a", 0, $"京A0000{i}"));
        }

        var late = small.Mark(Read("b", 0.1)).Passage();
        Assert.Equal((first, null), (late.Id, late.Links));
    }

    [Fact]
    public void Mark_ManyReadingsOfOnePassage_LinksAtMostEight()
    {
        for (int i = 0; i < 100; i++)
        {
            Assert.InRange(Mark(Read($"cam-{i}", 0)).Links?.Count ?? 0, 0, 8);
        }
    }

    [Fact]
    public void Mark_OtherKinds_AreLeftAlone()
    {
        var gap = Read("a", 0) with { Body = new GapBody { Device = "a", Epoch = "00000001", FromSeq = 1, ToSeq = 1, Count = 1, Cause = "damage" } };
        Assert.Same(gap, _book.Mark(gap));
    }

    private PassageInfo Mark(Reading reading) => _book.Mark(reading).Passage();

    private static PlateReadBody Body(string native, string plate = "京A12345", string outcome = "VALID") => new()
    {
        Plate = new PlateInfo { Raw = plate, Text = plate, Outcome = outcome },
        CheckpointId = Checkpoint,
        LaneNo = 2,
        Source = new SourceInfo(native),
    };

    private static Reading Read(string device, double seconds, string plate = "京A12345", string outcome = "VALID") => new()
    {
        Device = device,
        Driver = "made-up",
        Lane = Lane.Event,
        Time = s_time.AddSeconds(seconds),
        TimeFrom = TimeOrigin.Device,
        Received = s_time.AddSeconds(seconds + 1),
        Body = Body($"{device}@{seconds}", plate, outcome),
    };

    private static Reading Part(string device, string native, bool more) => Read(device, 0) with
    {
        Body = Body(native) with { PassageKey = "46dd0716-1dd2", Flags = more ? [PlateFlags.PicturesFollow] : null },
    };
}

file static class Marked
{
    public static PassageInfo Passage(this Reading reading) => ((PlateReadBody)reading.Body).Passage!;
}
