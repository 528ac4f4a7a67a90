namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What a command is for a vehicle of this make.</summary>
/// <param name="Order">What is sent.</param>
/// <param name="To">To whom.</param>
/// <param name="IsSo">Whether a vehicle that looks like this does what was ordered; null: its state does not show it.</param>
internal sealed record OrderPlan(MavOrder Order, MavTarget To, Func<VehicleView, bool>? IsSo)
{
    private const byte CustomMode = 1;
    private const byte Armed = 0x80;
    private const byte FirstCamera = 100;
    private const float DoNotCare = -1;
    private const float ChangeMode = 1;

    public static OrderPlan ReturnHome(VehicleView vehicle) =>
        new(new MavOrder(MavOrder.ReturnToLaunch), Autopilot(vehicle), now => now.Mode == FlightModes.Return);

    /// <summary>
    /// By mode where a mode is known that holds without a pilot: ArduPilot takes DO_PAUSE_CONTINUE within a mission only, PX4 not at all. Brake and not loiter
    /// for copters, since loiter obeys the throttle of a remote control that may lie at its lower end. The armed bit stays as it is: some versions of PX4 obey it here.
    /// </summary>
    /// <returns>Null for a VTOL that does not say how it flies: what stops it as an aeroplane sends it out of a hover, and the other way round.</returns>
    public static OrderPlan? Hold(VehicleView vehicle)
    {
        if (vehicle.Autopilot == FlightModes.ArduPilot && VehicleWords.Type(vehicle.Type) == VehicleWords.Vtol && FlightModes.ArduPilotVtolHold(vehicle.Vtol) is null)
        {
            return null;
        }

        float mode = (vehicle.BaseMode & Armed) | CustomMode;
        var order = vehicle.Autopilot switch
        {
            FlightModes.Px4 => new MavOrder(MavOrder.SetMode) { Param1 = mode, Param2 = 4, Param3 = 3 },
            FlightModes.ArduPilot when FlightModes.ArduPilotHold(vehicle) is { } hold => new MavOrder(MavOrder.SetMode) { Param1 = mode, Param2 = hold },
            _ => new MavOrder(MavOrder.PauseContinue),
        };
        return new OrderPlan(order, Autopilot(vehicle), now => now.Mode == FlightModes.Hold);
    }

    /// <returns>Null for a PX4 that has not told its altitude: it takes altitudes above the sea only, whatever the frame says.</returns>
    public static OrderPlan? GoTo(VehicleView vehicle, DroneOrderArgs args)
    {
        bool isAboveSea = vehicle.Autopilot == FlightModes.Px4;
        if (isAboveSea && vehicle.GroundMslM is null)
        {
            return null;
        }

        var (x, y) = ((int)Math.Round(args.To!.Lat * 1e7), (int)Math.Round(args.To.Lon * 1e7));
        var place = isAboveSea
            ? new MavOrderPlace(x, y, (float)(vehicle.GroundMslM!.Value + args.HeightM), MavOrderPlace.Global)
            : new MavOrderPlace(x, y, (float)args.HeightM, MavOrderPlace.Relative);
        return new OrderPlan(new MavOrder(MavOrder.Reposition) { Param1 = DoNotCare, Param2 = ChangeMode, Param4 = float.NaN, Place = place }, Autopilot(vehicle), null);
    }

    /// <param name="vehicle">Which.</param>
    /// <param name="camera">1 to 6; null: the only one that is known, else the autopilot, which may have one.</param>
    /// <param name="number">Grows with each order: a camera takes an order that is sent again for the one that it has carried out.</param>
    /// <remarks>No capture that is told shows that this one was carried out: a survey takes one every two seconds by itself.</remarks>
    public static OrderPlan TakePicture(VehicleView vehicle, int? camera, int number)
    {
        byte component = camera is { } asked ? (byte)(FirstCamera + asked - 1) : vehicle.Cameras is [var only] ? only : vehicle.Component;
        return new OrderPlan(
            new MavOrder(MavOrder.ImageStartCapture) { Param3 = 1, Param4 = number }, new MavTarget(vehicle.System, component), null);
    }

    private static MavTarget Autopilot(VehicleView vehicle) => new(vehicle.System, vehicle.Component);
}
