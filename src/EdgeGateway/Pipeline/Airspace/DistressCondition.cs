using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>The vehicle says itself that it is in distress.</summary>
internal sealed class DistressCondition(VehicleState state, AirspaceSettings settings)
    : VehicleCondition(state, AlarmWords.Distress, Critical, new HeldState(TimeSpan.Zero, settings.DistressClear))
{
    /// <inheritdoc/>
    public override void See(TimeSpan now) => Held.See(State.Distress == true, now);

    /// <inheritdoc/>
    public override void Tick(TimeSpan now) => See(now);

    /// <inheritdoc/>
    public override void Resume()
    {
        base.Resume();
        State.Distress = true;
    }

    /// <inheritdoc/>
    public override IEnumerable<DroneEvidence> Evidence()
    {
        if (State.Trail.Last is { } last)
        {
            yield return Proof.At(last, "position");
        }

        if (State.Battery is { } battery)
        {
            yield return Proof.Of("batteryPercent", battery);
        }

        yield return new DroneEvidence("distress", Held.IsOn ? 1 : 0, null, State.Source, State.Heard is { } heard ? UtcMilliseconds.Text(heard.Time) : null);
    }
}
