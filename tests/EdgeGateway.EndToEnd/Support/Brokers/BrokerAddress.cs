namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>Where one node of a broker takes MQTT.</summary>
/// <param name="Port">On 127.0.0.1.</param>
/// <param name="User">Null: none is sent.</param>
/// <param name="Password">Only together with a user.</param>
public sealed record BrokerAddress(int Port, string? User = null, string? Password = null)
{
    /// <summary>As <c>edgesim watch --broker</c> wants it.</summary>
    public string Uri => FormattableString.Invariant($"mqtt://{Login}127.0.0.1:{Port}");

    private string Login => User is null ? string.Empty : $"{System.Uri.EscapeDataString(User)}:{System.Uri.EscapeDataString(Password ?? string.Empty)}@";
}
