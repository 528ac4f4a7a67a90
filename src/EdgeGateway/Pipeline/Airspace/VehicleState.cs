using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>What is known of one vehicle.</summary>
internal sealed class VehicleState(VehicleOrigin from, string vehicle, AirspaceSettings settings, TimeSpan now)
{
    private GeoPoint? _takeOff;

    public VehicleOrigin From { get; private set; } = from;

    public string Vehicle { get; } = vehicle;

    public FixFilter Filter { get; } = new(settings.JumpSpeedMps);

    public Trail Trail { get; } = new();

    /// <summary>As last told.</summary>
    public bool? Online { get; set; }

    /// <summary>As last told: of a vehicle that is lost it is what it was.</summary>
    public bool? Airborne { get; set; }

    public bool? Distress { get; set; }

    /// <summary>The serial number that it told last.</summary>
    public string? Serial { get; private set; }

    public Told<double>? Battery { get; private set; }

    public Told<double>? ReturnPercent { get; private set; }

    public Told<double>? RemainingS { get; private set; }

    public Told<GeoPoint>? Home { get; private set; }

    public Told<double>? ToldHomeDistance { get; private set; }

    /// <summary>When anything was heard of it.</summary>
    public TimeSpan HeardAt { get; private set; } = now;

    /// <summary>The last thing that it said itself; null before it said anything.</summary>
    public (string Source, DateTimeOffset Time)? Heard { get; private set; }

    /// <summary>Message of the last fact.</summary>
    public string? Source { get; private set; }

    /// <summary>Whether the last fact brought a place that is believed.</summary>
    public bool HasNewFix { get; private set; }

    /// <summary>Takes what a message says.</summary>
    public void See(VehicleFacts facts, TimeSpan now)
    {
        From = facts.From;
        Source = facts.Source;
        Online = facts.Online ?? Online;
        Distress = facts.Distress ?? Distress;
        Serial = facts.Serial is { Length: > 0 } serial ? serial : Serial;
        Battery = Newer(facts.BatteryPercent, facts, Battery);
        ReturnPercent = Newer(facts.ReturnPercent, facts, ReturnPercent);
        RemainingS = Newer(facts.RemainingS, facts, RemainingS);
        ToldHomeDistance = Newer(facts.HomeDistanceM, facts, ToldHomeDistance);
        SeeAirborne(facts.Airborne);
        if (facts.Online != false)
        {
            (HeardAt, Heard) = (now, (facts.Source, facts.Time));
        }

        if (facts.Home is { } home && GeoPoint.Of(home) is { IsOnEarth: true } place)
        {
            Home = new(place, facts.Source, facts.Time);
        }

        HasNewFix = SeePosition(facts, now);
    }

    /// <summary>For so long nothing of it could be heard, because our own disk held its driver: that is no silence.</summary>
    public void Excuse(TimeSpan held) => HeardAt += held;

    /// <returns>Metres from home, or from where it took off when it never said where home is.</returns>
    public Told<double>? HomeDistance() => (Home?.Value ?? _takeOff, Trail.Last) switch
    {
        ({ } home, { } last) => new(Geodesic.DistanceM(home, last.Value.Place), last.Source, last.Time),
        _ => ToldHomeDistance,
    };

    private static Told<double>? Newer(double? value, VehicleFacts facts, Told<double>? known) =>
        value is { } number && double.IsFinite(number) ? new(number, facts.Source, facts.Time) : known;

    private void SeeAirborne(bool? airborne)
    {
        if (airborne == true && Airborne == false)
        {
            _takeOff = Trail.Last?.Value.Place;
        }

        Airborne = airborne ?? Airborne;
    }

    private bool SeePosition(VehicleFacts facts, TimeSpan now)
    {
        if (facts.Position is not { } position || GeoPoint.Of(position) is not { IsOnEarth: true } place || !Filter.Believes(place, now))
        {
            return false;
        }

        double? height = facts.HeightM is { } told && double.IsFinite(told) ? told : null;
        Trail.Add(new(new Fix(place, height ?? Trail.Last?.Value.HeightM), facts.Source, facts.Time), now);
        return true;
    }
}
