using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Alarms of a device without a driver of its own, each told once when it begins and once when it ends. Not for two callers at one time.</summary>
/// <param name="context">Clock, memory and counters.</param>
internal sealed class SensorAlarms(DriverContext context)
    : StandingAlarms<SensorAlarm>(context.Time, context.Memory, context.Watch, SensorAlarmJson.Default.StandingAlarmSensorAlarmArray);
