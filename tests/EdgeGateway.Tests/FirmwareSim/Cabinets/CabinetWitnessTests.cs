using EdgeGateway.Sim.Cabinets;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Cabinets;

/// <summary>What is promised, and what only may be told.</summary>
public sealed class CabinetWitnessTests
{
    private readonly ListLedger _ledger = new();
    private readonly FakeTimeProvider _time = new();
    private readonly CabinetWitness _witness;

    public CabinetWitnessTests()
    {
        _witness = new CabinetWitness("cabinet-1", _ledger, TimeSpan.FromSeconds(20), _time);
        _witness.Watch("mains-lost", "mains");
    }

    [Fact]
    public void Turn_StandsLongEnough_IsSureOnce()
    {
        Turn(true, 19);
        Assert.Equal(["ends?"], Said);

        Pass(1);
        Pass(100);
        Turn(false, 20);

        Assert.Equal(["ends?", "begins", "ends"], Said);
    }

    [Fact]
    public void Turn_ComesAndGoesUnseen_MayBeTold()
    {
        Turn(true, 5);
        Turn(false, 20);
        Assert.Equal(["ends?", "begins?", "ends?"], Said);

        Turn(true, 20);
        Turn(false, 5);
        Turn(true, 20);
        Turn(false, 20);
        Assert.Equal(["begins", "ends?", "begins?", "ends"], Said[3..]);
    }

    [Fact]
    public void Look_CannotBeRead_TheWaitBeginsAnew()
    {
        Turn(true, 15);
        _time.Advance(TimeSpan.FromSeconds(10));
        _witness.Look(static _ => false);
        Pass(19);
        Assert.Single(Said);

        Pass(1);
        Assert.Equal("begins", Said[^1]);
    }

    /// <summary>No begin is left out; the end of one too many is told when it has been over for long.</summary>
    [Fact]
    public void Turn_MoreOftenThanEndsAtOnce_EveryBeginIsSureAndTheEndIsLater()
    {
        for (int i = 0; i < 7; i++)
        {
            Turn(true, 20);
            Turn(false, 20);
        }

        Assert.Equal((7, 6), (Sure("begins"), Sure("ends")));
        Assert.Equal("begins", Said[^1]);
        Pass(600 + 19);
        Assert.Equal("begins", Said[^1]);
        Pass(1);
        Assert.Equal("ends", Said[^1]);
        Turn(true, 20);
        Assert.Equal((8, 7), (Sure("begins"), Sure("ends")));
    }

    /// <summary>It was never told that it was over: another begin would be made up.</summary>
    [Fact]
    public void Turn_BackWhileItsEndWaits_NeitherIsSure()
    {
        for (int i = 0; i < 8; i++)
        {
            Turn(true, 20);
            Turn(false, 20);
        }

        Assert.Equal((7, 6), (Sure("begins"), Sure("ends")));
        Assert.Equal(["begins", "ends?", "begins?"], Said[^3..]);
    }

    [Fact]
    public void End_WhatNobodyIsSureOf_MayBeTold()
    {
        Turn(true, 5);
        _witness.End();
        _witness.End();

        Assert.Equal(["ends?", "begins?"], Said);
    }

    [Theory]
    [InlineData("2026-11-22T13:59:59Z", false)]
    [InlineData("2026-11-22T14:00:00Z", true)]
    [InlineData("2026-11-22T21:59:59Z", true)]
    [InlineData("2026-11-22T22:00:00Z", false)]
    public void Night_OverMidnight_IsByTheClockOfTheSite(string moment, bool night) =>
        Assert.Equal(night, new NightSpan(new TimeOnly(22, 0), new TimeOnly(6, 0), TimeSpan.FromHours(8)).Contains(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>A question mark: it may be told, and need not.</summary>
    private string[] Said => [.. _ledger.Lines.Select(static line => (line.Facts!["active"] == "true" ? "begins" : "ends") + (line.IsAccepted ? "" : "?"))];

    private int Sure(string what) => Said.Count(said => said == what);

    private void Turn(bool active, double seconds)
    {
        _witness.Turn("mains-lost", "mains", active);
        Pass(seconds);
    }

    private void Pass(double seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _witness.Look(static _ => true);
    }
}
