using EdgeGateway.Drivers.Abstractions.Airspace;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

/// <summary>Somebody invents thousands of vehicles and aircraft: the real ones, and what is about to become an alarm of them, stay.</summary>
public sealed class FloodTests
{
    private const int Invented = 10_000;

    private readonly AirSite _site = new();

    /// <summary>Between two words of it; half of its time inside the fence is over.</summary>
    [Fact]
    public async Task Aircraft_KnownBeforeTheFlood_IsAnIntruderWhenItsTimeIsOver()
    {
        await _site.LingerAsync("REAL", AirSite.At(0, 230), 5);
        await _site.LingerAsync("REAL", AirSite.At(0, 190), 2);
        Assert.Empty(_site.Told);

        for (int i = 0; i < Invented; i++)
        {
            await _site.OverhearAsync($"X{i}", AirSite.At(90, 5_000));
        }

        await _site.OverhearAsync("REAL", AirSite.At(0, 185));
        Assert.Equal(["REAL intruder pier begins"], _site.Told);
    }

    /// <summary>It was never heard for long: the site's own word, or an order to it, is enough.</summary>
    [Theory]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    [InlineData(false, false, 3)]
    public async Task Vehicle_ThatIsReal_IsStillMissedWhenItFallsSilent(bool isConfigured, bool isOrdered, int seconds)
    {
        for (int i = 0; i <= seconds; i++)
        {
            await _site.SeeAsync(says: facts => facts with { IsConfigured = isConfigured, Airborne = true, Position = AirSite.Middle.ToPosition("device") });
            _site.Pass(i < seconds ? 1 : 0);
        }

        if (isOrdered)
        {
            _site.Watch.Forbids("drones-1", "east", AirSite.At(0, 50).ToPosition("device"), 50);
        }

        _site.Pass(59);
        for (int i = 0; i < Invented; i++)
        {
            await InventAsync(i);
        }

        _site.Pass(1);
        Assert.Equal(["east link-lost begins"], _site.Told);
    }

    /// <summary>Those that were pushed out are in the air no more: their names would fill the memory, and nobody in the air would be known after a restart.</summary>
    [Fact]
    public async Task Restart_AfterAFlood_MissesWhoWasKnownAndNobodyElse()
    {
        for (int i = 0; i < 600; i++)
        {
            await InventAsync(i, isFlying: true);
        }

        await _site.SeeAsync(says: facts => facts with { IsConfigured = true, Airborne = true });
        _site.Restart();
        _site.Pass(61);

        Assert.Contains("east link-lost begins", _site.Told);
        Assert.InRange(_site.Told.Count, 2, 257);
    }

    /// <summary>What the site has configured has a place beside as many others as there may be.</summary>
    [Fact]
    public async Task Vehicle_ConfiguredAndNewAmongInventedOnesInDistress_IsWatched()
    {
        for (int i = 0; i < 300; i++)
        {
            await _site.SeeAsync($"X{i}", facts => facts with { Distress = true });
        }

        await _site.SeeAsync(says: facts => facts with { IsConfigured = true, Distress = true });

        Assert.Equal("east distress begins", _site.Told[^1]);
        Assert.Equal(257, _site.Told.Count);
    }

    private ValueTask InventAsync(int number, bool isFlying = false) => _site.SeeAsync($"X{number}", facts => facts with { Online = true, Airborne = isFlying ? true : null });
}
