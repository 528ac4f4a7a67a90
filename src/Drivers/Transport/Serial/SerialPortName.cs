namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>The two forms of <see cref="SerialSettings.Port"/>.</summary>
internal static class SerialPortName
{
    private const int Longest = 256;

    public static bool IsServer(string port) => port.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase);

    /// <returns>Host and port of a serial server; null when it is not <c>tcp://host:port</c> and nothing else.</returns>
    public static Uri? ServerOf(string port) =>
        Uri.TryCreate(port, UriKind.Absolute, out var address) && IsServer(port) && address.Port is > 0 and <= 65_535 && address.Host.Length > 0
        && address.UserInfo.Length == 0 && address.PathAndQuery is "/" or "" ? address : null;

    public static bool IsRight(string port) =>
        port.Length <= Longest && (IsServer(port) ? ServerOf(port) is not null : port.StartsWith('/') && !port.EndsWith('/') && !port.Any(char.IsControl));
}
