using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>A vehicle is outside a fence that it must stay in.</summary>
internal sealed class FenceCondition(VehicleState state, FenceSettings fence, AirspaceSettings settings)
    : VehicleCondition(state, AlarmWords.FenceLeft, Major, new HeldState(settings.FenceHold, settings.FenceHold), fence.Name)
{
    private bool _wasAboveFloor;

    /// <inheritdoc/>
    /// <remarks>Only a believed place counts, and time alone changes nothing: one wrong fix before a silence is one wrong fix.</remarks>
    public override void See(TimeSpan now)
    {
        if (!State.HasNewFix || State.Trail.Last is not { } last)
        {
            return;
        }

        // On the ground nothing begins; what landed outside is outside until it is back.
        double outside = OutsideM(last.Value);
        Held.See(Held.IsOn ? outside > 0 : State.Airborne != false && outside > fence.MarginM, now);
    }

    /// <inheritdoc/>
    public override IEnumerable<DroneEvidence> Evidence() => Proof.Of(State.Trail, fence);

    /// <summary>Who takes off comes from below the floor and has not left by it.</summary>
    private double OutsideM(Fix fix)
    {
        if (State.Airborne == false)
        {
            _wasAboveFloor = false;
            return fence.Area.OutsideM(fix.Place);
        }

        _wasAboveFloor |= fix.HeightM >= fence.FloorM;
        return _wasAboveFloor || fence.FloorM is null || fix.HeightM > fence.CeilingM ? fence.OutsideM(fix) : fence.Area.OutsideM(fix.Place);
    }
}
