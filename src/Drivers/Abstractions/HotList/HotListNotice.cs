using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.Abstractions.HotList;

/// <summary>A hit that its origin is to be told of, once for each pair of entry and passage.</summary>
/// <param name="Key">Names this notice for ever, across restarts; an identifier on the wire may be derived from it.</param>
/// <param name="Entry">What was looked for, as it was when it was found.</param>
/// <param name="Device">The camera that saw it.</param>
/// <param name="Time">When it passed.</param>
/// <param name="Found">When it was found, gateway time.</param>
/// <param name="Read">What the camera read.</param>
/// <param name="Possible">True for a mask or a similar plate, false when the plate is the one.</param>
public sealed record HotListNotice(
    string Key, HotListEntry Entry, string Device, DateTimeOffset Time, DateTimeOffset Found, PlateReadBody Read, bool Possible);
