using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Drone;

/// <summary>Alarms of a vehicle, each told once when it begins and once when it ends. Not for two callers at one time.</summary>
internal sealed class VehicleAlarms(TimeProvider time, IDeviceMemory? kept, IDeviceWatch watch)
    : StandingAlarms<VehicleAlarm>(time, kept, watch, VehicleAlarmJson.Default.StandingAlarmVehicleAlarmArray)
{
    /// <param name="context">Clock, memory and counters.</param>
    public VehicleAlarms(DriverContext context)
        : this(context.Time, context.Memory, context.Watch)
    {
    }
}
