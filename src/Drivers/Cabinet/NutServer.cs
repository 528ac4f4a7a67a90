using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Where a NUT server is and how we come in.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">1 to 65,535.</param>
/// <param name="Timeout">For the answer to one question.</param>
/// <param name="User">Null: nobody is named, which is enough for reading.</param>
/// <param name="Password">With a user only.</param>
public sealed record NutServer(string Host, int Port, TimeSpan Timeout, string? User = null, Secret? Password = null)
{
    public const int UsualPort = 3493;
}
