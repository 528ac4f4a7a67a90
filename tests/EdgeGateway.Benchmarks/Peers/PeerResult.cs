namespace EdgeGateway.Benchmarks.Peers;

/// <param name="Told">Readings whose sender was told that they are safe, while the broker was away.</param>
/// <param name="Delivered">Of these, how many came; each counted once.</param>
/// <param name="Rate">Readings a second from the first to the last that came.</param>
/// <param name="Megabytes">Memory of the forwarder with all of them waiting.</param>
internal sealed record PeerResult(int Told, int Delivered, double Rate, double Megabytes);
