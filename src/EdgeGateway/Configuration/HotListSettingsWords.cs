using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>What the settings of hot lists say to a technician, in both languages.</summary>
internal static class HotListSettingsWords
{
    public static readonly Words NoKey = new("no list in it could be taken: there is no key that may sign one", "其中的任何名单都无法导入：没有可验证签名的密钥");

    public static readonly Words WriteAKey = new(
        "write \"commands\": { \"keys\": [ { \"id\": \"ops\", \"publicKey\": { \"file\": \"keys/ops.pem\" }, \"may\": [\"hotlist.*\"], \"devices\": [\"gateway\"] } ] }",
        "请写 \"commands\": { \"keys\": [ { \"id\": \"ops\", \"publicKey\": { \"file\": \"keys/ops.pem\" }, \"may\": [\"hotlist.*\"], \"devices\": [\"gateway\"] } ] }");
}
