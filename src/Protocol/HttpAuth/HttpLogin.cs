namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>User name and password of a device. Printing it shows no password.</summary>
public sealed class HttpLogin(string user, string password)
{
    public string User { get; } = user;

    public string Password { get; } = password;

    public override string ToString() => User;
}
