using System.Text;

namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>HTTP Basic (RFC 7617).</summary>
public static class BasicLogin
{
    /// <returns>Value of the Authorization header.</returns>
    public static string Header(HttpLogin login) =>
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.User}:{login.Password}"));
}
