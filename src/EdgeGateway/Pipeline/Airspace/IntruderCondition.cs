using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>An aircraft that is not ours is inside a keep-out fence.</summary>
internal sealed class IntruderCondition(AircraftWatch aircraft, FenceSettings fence, AirspaceSettings settings)
    : Condition(AlarmWords.Intruder, Major, new HeldState(settings.IntruderHold, settings.IntruderHold), fence.Name)
{
    /// <param name="isNew">Whether its last place is a new one that is believed, or counts only now.</param>
    /// <param name="now">On a clock that nobody can set.</param>
    public void See(bool isNew, TimeSpan now)
    {
        if (aircraft.IsOwn)
        {
            // Remote identity is not signed: one broadcast with a number of ours in it ends nothing.
            Held.See(false, now);
        }
        else if (isNew && aircraft.Trail.Last is { } last)
        {
            Held.See(IsInside(last.Value), now);
        }
    }

    /// <summary>Who is silent for long has gone.</summary>
    public void Tick(TimeSpan now)
    {
        if (now - aircraft.HeardAt >= settings.IntruderSilence)
        {
            Held.Set(false);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<DroneEvidence> Evidence()
    {
        foreach (var one in Proof.Of(aircraft.Trail, fence))
        {
            yield return one;
        }

        if (aircraft.Operator is { } pilot)
        {
            yield return new DroneEvidence("operator", Position: pilot);
        }

        if (aircraft.IsOwn)
        {
            yield return new DroneEvidence("claimsToBeOurs", Source: aircraft.Receiver);
        }

        yield return new DroneEvidence("lastHeard", null, settings.IntruderSilence.TotalSeconds, aircraft.Receiver, aircraft.Heard is { } heard ? UtcMilliseconds.Text(heard) : null);
    }

    /// <summary>A margin deep to begin with; out of it, and out of the margin, to end.</summary>
    private bool IsInside(Fix fix)
    {
        double outside = fence.OutsideM(fix);
        return Held.IsOn ? outside <= fence.MarginM : outside == 0;
    }
}
