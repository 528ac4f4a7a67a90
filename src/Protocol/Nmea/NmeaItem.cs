namespace EdgeGateway.Protocol.Nmea;

/// <summary>What the reader found: a sentence or a fault, one of the two.</summary>
/// <param name="Sentence">Its checksum is right.</param>
/// <param name="Fault">One of <see cref="NmeaFaults"/>.</param>
public readonly record struct NmeaItem(NmeaSentence? Sentence, string? Fault);
