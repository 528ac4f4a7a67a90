namespace EdgeGateway.Protocol.Mavlink;

/// <summary>What a reader has met so far.</summary>
/// <param name="Frames">Whose checksum is right.</param>
/// <param name="Unknown">Of ids that are not known.</param>
/// <param name="Faults">Of every kind, one for each damaged place.</param>
/// <param name="Crc">Of them, by checksum.</param>
/// <param name="Incompatible">Of them, by an unknown flag.</param>
/// <param name="CutOff">Of them, by the end of a datagram or a recording.</param>
/// <param name="SkippedBytes">Bytes that are part of no frame.</param>
public readonly record struct MavCounters(long Frames, long Unknown, long Faults, long Crc, long Incompatible, long CutOff, long SkippedBytes);
