using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>
/// A vehicle was off the ground when it was last heard of, and is heard of no more. Over when its link is back, and not by a word of a vehicle that is not
/// there: one wrong height must not end it.
/// </summary>
internal sealed class LinkCondition(VehicleState state, AirspaceSettings settings)
    : VehicleCondition(state, AlarmWords.LinkLost, Critical, new HeldState(settings.LinkLostAfter, TimeSpan.Zero))
{
    /// <inheritdoc/>
    public override void See(TimeSpan now) => Held.See((Held.IsOn || State.Airborne == true) && (State.Online == false || now - State.HeardAt >= settings.LinkSilence), now);

    /// <inheritdoc/>
    public override void Tick(TimeSpan now) => See(now);

    /// <inheritdoc/>
    public override void Resume()
    {
        base.Resume();
        (State.Online, State.Airborne) = (false, true);
    }

    /// <inheritdoc/>
    public override IEnumerable<DroneEvidence> Evidence()
    {
        foreach (var fix in State.Trail.Fixes.ToArray())
        {
            yield return Proof.At(fix, "position", fix.Value.HeightM);
        }

        if (State.Battery is { } battery)
        {
            yield return Proof.Of("batteryPercent", battery);
        }

        yield return new DroneEvidence(
            "lastHeard", null, State.Online == false ? null : settings.LinkSilence.TotalSeconds, State.Heard?.Source, State.Heard is { } heard ? UtcMilliseconds.Text(heard.Time) : null);

        if (State.Online is { } online)
        {
            yield return new DroneEvidence("online", online ? 1 : 0, null, State.Source);
        }
    }
}
