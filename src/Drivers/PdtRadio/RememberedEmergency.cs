namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>An emergency as a device remembers it.</summary>
/// <param name="Caller">Whose.</param>
/// <param name="Kind">As <see cref="EmergencySign.Kind"/>.</param>
/// <param name="At">When it was last told of; whole seconds.</param>
/// <param name="Turn">How many of that caller were ended before, this one included when it is over.</param>
/// <param name="Over">Whether it was ended.</param>
internal sealed record RememberedEmergency(EmergencyCaller Caller, string Kind, DateTimeOffset At, int Turn, bool Over);
