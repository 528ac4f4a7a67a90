namespace EdgeGateway.Devices.Clocks;

/// <summary>What is thought of a device's clock.</summary>
/// <param name="Offset">Its time minus the gateway's.</param>
/// <param name="Uncertainty">How far that may be wrong, where it is known; with readings zero, because how long they were on the way is not.</param>
/// <param name="Asked">True when the device was asked, false when its readings tell it.</param>
/// <param name="Evidence">How many readings or answers it rests on.</param>
public readonly record struct ClockEstimate(TimeSpan Offset, TimeSpan Uncertainty, bool Asked, int Evidence);
