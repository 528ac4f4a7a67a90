using EdgeGateway.Drivers.XrayScanner.Modbus;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>Every number once, whatever the counter does and however seldom it is looked at.</summary>
public sealed class ParcelCountTests
{
    private static readonly DateTimeOffset s_begin = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);
    private static readonly ParcelRules s_rules = new("belt", 1L << 32, 5_000, TimeSpan.FromSeconds(3));

    private DateTimeOffset _now = s_begin;

    [Fact]
    public void See_FirstLookEver_TellsNothingAndRemembers()
    {
        var count = new ParcelCount(s_rules, null);

        Assert.Empty(count.See(At(70_123, 2)));
        Assert.Equal(new ParcelMark(0, 70_123), count.Mark);
    }

    [Fact]
    public void See_NextParcel_IsToldOnceWithItsDecision()
    {
        var count = Told(7);

        Assert.Equal("8:2:SF1", Say(count.See(At(8, 2, "SF1"))));
        Assert.Empty(count.See(At(8, 2, "SF1")));
        Assert.Equal("9:1:SF2", Say(count.See(At(9, 1, "SF2"))));
    }

    [Fact]
    public void See_SeveralSteps_TellsThoseUnseenAsSkipped()
    {
        var statements = Told(7).See(At(11, 1));

        Assert.Equal("8:-:-:PARCELS_SKIPPED 9:-:-:PARCELS_SKIPPED 10:-:-:PARCELS_SKIPPED 11:1:-", Say(statements));
        Assert.Equal(["belt/0/8", "belt/0/9", "belt/0/10", "belt/0/11"], statements.Select(one => one.Key));
        Assert.Equal([8L, 9, 10, 11], statements.Select(one => one.Mark.Last));
    }

    [Fact]
    public void See_DecisionComesLater_IsWaitedFor()
    {
        var count = Told(7);

        Assert.Empty(count.See(At(8, 0)));
        Assert.Equal(7, count.Mark!.Value.Last);
        Pass(2.9);
        Assert.Equal("8:2:SF1", Say(count.See(At(8, 2, "SF1"))));
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(0.2, 9)]
    public void See_DecisionNeverComes_IsToldWithoutOne(double seconds, long next)
    {
        var count = Told(7);
        count.See(At(8, 0, "SF1"));
        Pass(seconds);

        Assert.StartsWith("8:0:SF1:NO_DECISION", Say(count.See(At(next, 0, next == 8 ? "SF1" : null))), StringComparison.Ordinal);
    }

    /// <summary>An alarm that comes behind a clear must not be lost because the number was told.</summary>
    [Fact]
    public void See_DecisionOrLabelChangesBehindTheTelling_IsToldAgainUnderAnotherKey()
    {
        var count = Told(7);
        count.See(At(8, 1));

        var changed = count.See(At(8, 2));
        var labelled = count.See(At(8, 2, "SF1"));

        Assert.Equal(("8:2:-", "belt/0/8/2/"), (Say(changed), changed[0].Key));
        Assert.Equal(("8:2:SF1", "belt/0/8/2/SF1"), (Say(labelled), labelled[0].Key));
        Assert.Empty(count.See(At(8, 2, "SF1")));
        Assert.Empty(count.See(At(8, 0, "SF1")));
    }

    [Fact]
    public void See_CounterFromZero_IsANewGeneration()
    {
        var count = Told(70_123);

        Assert.Empty(count.See(At(0, 0)));
        Assert.Equal(new ParcelMark(1, 0, 0), count.Mark);
        var first = count.See(At(1, 1));
        Assert.Equal(("1:1:-", "belt/1/1"), (Say(first), first[0].Key));
    }

    [Fact]
    public void See_CounterFromZeroUnseen_TellsWhatPassedSince() =>
        Assert.Equal(
            "1:-:-:PARCELS_SKIPPED:COUNTER_RESTARTED 2:-:-:PARCELS_SKIPPED:COUNTER_RESTARTED 3:2:-:COUNTER_RESTARTED",
            Say(Told(70_123).See(At(3, 2))));

    [Fact]
    public void See_CounterSetBack_TellsOnlyWhatStandsThere()
    {
        var statements = Told(70_123).See(At(50_000, 2));

        Assert.Equal("50000:2:-:COUNTER_RESTARTED", Say(statements));
        Assert.Equal(new ParcelMark(1, 50_000, 0), statements[0].Mark);
    }

    /// <summary>Its Modbus answers before it has loaded what it keeps over a power cut.</summary>
    [Fact]
    public void See_ZeroWhileTheControllerStarts_IsNoRestart()
    {
        var count = Told(70_123);
        count.See(At(0, 0));

        Assert.Empty(count.See(At(70_123, 1)));
        Assert.Equal(0, count.Mark!.Value.Generation);
        var next = count.See(At(70_124, 1));
        Assert.Equal(("70124:1:-", "belt/0/70124"), (Say(next), next[0].Key));
    }

    [Fact]
    public void See_ZeroWhileTheControllerStarts_ParcelsBehindItAreTold()
    {
        var count = Told(70_123);
        count.See(At(0, 0));

        Assert.Equal("70124:-:-:PARCELS_SKIPPED 70125:1:-", Say(count.See(At(70_125, 1))));
    }

    [Fact]
    public void See_Jump_TellsOnlyWhatStandsThereAndSaysSo()
    {
        var statements = Told(7).See(At(7 + 5_002, 1));

        Assert.Equal("5009:1:-:COUNTER_JUMPED", Say(statements));
        Assert.Equal(5_001, Told(7).See(At(7 + 5_001, 1)).Count);
    }

    [Theory]
    [InlineData(1L << 32)]
    [InlineData(1L << 16)]
    public void See_Wrap_IsNoRestart(long modulus)
    {
        var count = new ParcelCount(s_rules with { Modulus = modulus }, new ParcelMark(0, modulus - 2, 0));

        Assert.Equal($"{modulus - 1}:-:-:PARCELS_SKIPPED 0:-:-:PARCELS_SKIPPED 1:1:-", Say(count.See(At(1, 1))));
        Assert.Equal(0, count.Mark!.Value.Generation);
    }

    /// <summary>After a crash between telling and remembering the same parcel comes under the same key, seen or skipped: the store knows it.</summary>
    [Fact]
    public void See_AfterARestartOfTheGateway_RepeatsUnderTheSameKey()
    {
        var remembered = new ParcelMark(3, 7, 0);
        var before = new ParcelCount(s_rules, remembered).See(At(8, 2))[0];

        Assert.Equal(before.Key, new ParcelCount(s_rules, remembered).See(At(8, 2))[0].Key);
        Assert.Equal(before.Key, new ParcelCount(s_rules, remembered).See(At(9, 1))[0].Key);
        Assert.Empty(new ParcelCount(s_rules, before.Mark).See(At(8, 2)));
    }

    [Fact]
    public void See_SameLabelOnTheNextParcel_IsDoubted()
    {
        var count = Told(7);
        count.See(At(8, 1, "SF1"));

        Assert.Equal("9:1:SF1:BARCODE_REPEATED", Say(count.See(At(9, 1, "SF1"))));
        Assert.Equal("10:1:SF2", Say(count.See(At(10, 1, "SF2"))));
    }

    [Fact]
    public void See_AfterARestart_LabelOfTheParcelBefore_IsDoubted()
    {
        var count = Told(7);
        count.See(At(8, 1, "SF1"));

        Assert.Equal("9:1:SF1:BARCODE_REPEATED", Say(Restarted(count).See(At(9, 1, "SF1"))));
        Assert.Equal("9:1:SF2", Say(Restarted(count).See(At(9, 1, "SF2"))));
        Assert.Equal("9:-:-:PARCELS_SKIPPED 10:1:SF1:BARCODE_REPEATED", Say(Restarted(count).See(At(10, 1, "SF1"))));
    }

    /// <summary>The parcel before stands there still when the gateway looks first: its label needs no memory.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("belt=0:8:-1:0")]
    public void See_FirstLook_LabelThatStandsThereAndStays_IsDoubtedOfTheNext(string? remembered)
    {
        var count = new ParcelCount(s_rules, new ParcelMarks(remembered).Find("belt"));

        Assert.Empty(count.See(At(8, 1, "SF1")));
        Assert.Equal("9:1:SF1:BARCODE_REPEATED", Say(count.See(At(9, 1, "SF1"))));
    }

    [Fact]
    public void SeeOperator_AfterARestart_OfAParcelWithTheLabelOfTheOneBefore_IsDoubtedToo()
    {
        var count = Told(7);
        count.See(At(8, 1, "SF1"));
        count.See(At(9, 2, "SF1"));
        count.SeeOperator(0, 9, At(9, 2).At);
        var next = Restarted(count);
        next.See(At(9, 2, "SF1"));

        Assert.Equal(["BARCODE_REPEATED"], next.SeeOperator(1, 9, At(9, 2).At)!.Flags);
    }

    [Fact]
    public void SeeOperator_OfAParcelWithTheLabelOfTheOneBefore_IsDoubtedToo()
    {
        var count = Told(7);
        count.See(At(8, 1, "SF1"));
        count.See(At(9, 2, "SF1"));
        count.SeeOperator(0, 9, At(9, 2).At);

        Assert.Equal(["BARCODE_REPEATED"], count.SeeOperator(1, 9, At(9, 2).At)!.Flags);
        Assert.Equal("9:1:SF1:BARCODE_REPEATED", Say(count.See(At(9, 1, "SF1"))));
        Assert.Equal("9:1:SF2", Say(count.See(At(9, 1, "SF2"))));
        Assert.Equal("10:1:SF2:BARCODE_REPEATED", Say(count.See(At(10, 1, "SF2"))));
    }

    [Fact]
    public void SeeOperator_Decides_IsToldOfTheParcelThatStandsThere()
    {
        var count = Told(7);
        Round(count, 8, 2, 0);

        var decided = Round(count, 8, 2, 1);

        Assert.Equal((8, 1, 2, "belt/0/8/operator/1/1"), (decided!.Sequence, decided.Operator, decided.Decision, decided.Key));
        Assert.Equal(1, decided.Mark.Operator);
        Assert.Null(Round(count, 8, 2, 1));
        Assert.Equal((2, "belt/0/8/operator/2/2"), Round(count, 8, 2, 2) is { } again ? (again.Operator, again.Key) : default);
    }

    [Fact]
    public void SeeOperator_DecidesInTheMomentOfTheNextParcel_IsAboutTheOneBefore()
    {
        var count = Told(7);
        Round(count, 8, 2, 0);

        Assert.Equal(8, Round(count, 9, 1, 2)!.Sequence);
    }

    [Fact]
    public void SeeOperator_RegisterIsEmptied_TellsNothing()
    {
        var count = Told(7);
        Round(count, 8, 2, 0);
        Round(count, 8, 2, 1);

        Assert.Null(Round(count, 9, 1, 0));
        Assert.Equal(0, count.Mark!.Value.Operator);
    }

    [Fact]
    public void SeeOperator_WhatStoodThereBeforeUs_IsNotADecisionOfNow()
    {
        var never = new ParcelCount(s_rules, null);
        Assert.Null(Round(never, 8, 2, 2));

        var moved = new ParcelCount(s_rules, new ParcelMark(0, 7, 0));
        Assert.Null(Round(moved, 9, 2, 2));

        var same = new ParcelCount(s_rules, new ParcelMark(0, 7, 0));
        Assert.Equal(7, Round(same, 7, 2, 2)!.Sequence);
    }

    private static ParcelCount Told(long last) => new(s_rules, new ParcelMark(0, last, 0));

    /// <summary>The next life, with what this one remembers.</summary>
    private static ParcelCount Restarted(ParcelCount count)
    {
        var marks = new ParcelMarks(null);
        marks.Set("belt", count.Mark!.Value);
        return new ParcelCount(s_rules, new ParcelMarks(marks.Write()).Find("belt"));
    }

    private void Pass(double seconds) => _now += TimeSpan.FromSeconds(seconds);

    private ParcelSight At(long sequence, int decision, string? barcode = null) => new(sequence, decision, barcode, _now);

    private ParcelStatement? Round(ParcelCount count, long sequence, int decision, int said)
    {
        count.See(At(sequence, decision));
        return count.SeeOperator(said, sequence, _now);
    }

    private static string Say(IEnumerable<ParcelStatement> statements) => string.Join(' ', statements.Select(one =>
        string.Join(':', [$"{one.Sequence}", one.Decision is { } decision ? $"{decision}" : "-", one.Barcode ?? "-", .. one.Flags])));
}
