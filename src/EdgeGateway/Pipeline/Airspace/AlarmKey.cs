namespace EdgeGateway.Pipeline.Airspace;

/// <summary>What an alarm is about. Two that stand at one time differ in it.</summary>
/// <param name="Device">Of which device; of an overheard aircraft the receiver that told of it first.</param>
/// <param name="Vehicle">Of which vehicle or aircraft.</param>
/// <param name="Alarm">One of <see cref="AlarmWords"/>.</param>
/// <param name="Name">The fence; null where there is none.</param>
internal readonly record struct AlarmKey(string Device, string Vehicle, string Alarm, string? Name);
