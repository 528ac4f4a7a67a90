using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Reads <see cref="TlsSettings"/>, the same names wherever a link is protected.</summary>
public static class TlsSettingsReader
{
    private static readonly Words s_pairBroken = new("certificate and key come together", "证书和私钥必须同时给出");
    private static readonly Words s_writePair = new("write both \"certificate\" and \"key\", or neither", "请同时写 \"certificate\" 和 \"key\"，或都不写");

    /// <summary>Asks for <c>ca</c>, <c>certificate</c>, <c>key</c>, <c>keyPassword</c> and <c>serverName</c>; nothing else may stand there.</summary>
    public static TlsSettings Read(SettingsReader tls)
    {
        var settings = new TlsSettings
        {
            CaFile = tls.ExistingFile("ca"),
            CertificateFile = tls.ExistingFile("certificate"),
            KeyFile = tls.ExistingFile("key"),
            KeyPassword = tls.Secret("keyPassword"),
            ServerName = tls.Text("serverName"),
        };
        bool passwordWithoutKey = settings.KeyPassword is not null && settings.KeyFile is null;
        if (settings.CertificateFile is null != settings.KeyFile is null || passwordWithoutKey)
        {
            tls.Wrong(null, "pair-broken", s_pairBroken, s_writePair);
        }

        tls.Finish();
        return settings;
    }
}
