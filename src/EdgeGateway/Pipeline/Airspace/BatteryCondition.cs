using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>The battery is low and home is far, or, by what the vehicle itself estimates, hardly enough for the way home.</summary>
internal sealed class BatteryCondition(VehicleState state, BatteryLimits limits)
    : VehicleCondition(state, AlarmWords.BatteryLowFar, Major, new HeldState(limits.Hold, limits.Hold))
{
    /// <summary>Who is nearer is home.</summary>
    private const double NearM = 30;

    /// <summary>So much nearer than far is no more far.</summary>
    private const double Nearer = 0.9;

    /// <inheritdoc/>
    public override void See(TimeSpan now)
    {
        if (State.Airborne == false)
        {
            Held.See(false, now);
        }
        else if (State.Battery is { } battery && IsSo(battery.Value) is { } isSo)
        {
            Held.See(isSo, now);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<DroneEvidence> Evidence()
    {
        double allowance = Held.IsOn ? 0 : limits.HysteresisPercent;
        if (State.HomeDistance() is { } distance)
        {
            yield return Proof.Of("homeDistanceM", distance, limits.HomeDistanceM);
        }

        if (State.Home is { } home)
        {
            yield return Proof.At(new(new Fix(home.Value, null), home.Source, home.Time), "home");
        }

        if (State.Trail.Last is { } last)
        {
            yield return Proof.At(last, "position", last.Value.HeightM);
        }

        if (State.RemainingS is { } remaining)
        {
            yield return Proof.Of("remainingS", remaining);
        }

        if (State.ReturnPercent is { } wayHome)
        {
            yield return Proof.Of("returnPercent", wayHome, (State.Battery?.Value ?? 0) - limits.ReservePercent);
        }

        if (State.Battery is { } battery)
        {
            yield return Proof.Of("batteryPercent", battery, limits.Percent + allowance);
        }
    }

    /// <returns>Null while nothing can be said: before the vehicle has said where it is, and where home is, what the last run found stands.</returns>
    private bool? IsSo(double percent) =>
        IsShort(percent) ? true
        : percent > limits.Percent + Allowance ? false
        : State.HomeDistance() is { } distance ? distance.Value >= limits.HomeDistanceM * (Held.IsOn ? Nearer : 1)
        : Held.IsOn ? null
        : false;

    private bool IsShort(double percent) =>
        State.ReturnPercent is { } wayHome && percent <= wayHome.Value + limits.ReservePercent + Allowance && State.HomeDistance() is not { Value: < NearM };

    private double Allowance => Held.IsOn ? limits.HysteresisPercent : 0;
}
