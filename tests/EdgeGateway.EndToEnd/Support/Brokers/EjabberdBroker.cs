namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>
/// ejabberd with mod_mqtt alone, run as an Erlang system without a node name: its control script insists on a system user
/// of its own, and a nameless node needs no epmd.
/// </summary>
public sealed class EjabberdBroker() : BrokerProcess("ejabberd")
{
    /// <summary>It takes nobody without a name of this form and some password, also where everybody may come in.</summary>
    public override BrokerAddress Address { get; } = new(TestSite.FreePort(), "edge@localhost", "any");

    protected override ChildProcess Launch() => ChildProcess.Start(
        Binaries.Tool("erl"),
        ["-noinput", "-mnesia", "dir", $"\"{Path.Combine(Folder, "mnesia")}\"", "-s", "ejabberd"],
        new Dictionary<string, string>
        {
            ["EJABBERD_CONFIG_PATH"] = Configuration(),
            ["EJABBERD_LOG_PATH"] = Path.Combine(Folder, "ejabberd.log"),
            ["ERL_CRASH_DUMP"] = Path.Combine(Folder, "crash.dump"),
            ["ERL_LIBS"] = Libraries(),
            ["HOME"] = Folder,
        });

    private string Configuration() => File(
        "ejabberd.yml",
        "hosts: [localhost]",
        "loglevel: warning",
        "auth_method: [anonymous]",
        "anonymous_protocol: login_anon",
        "allow_multiple_connections: true",
        "listen:",
        $"  - {{ port: {Address.Port}, ip: \"127.0.0.1\", module: mod_mqtt }}",
        "modules:",
        "  mod_mqtt:",
        "    access_publish: { \"#\": [ { allow: all } ] }",
        "    access_subscribe: { \"#\": [ { allow: all } ] }");

    /// <returns>The folder that holds ejabberd's own, which Debian names after the processor.</returns>
    private static string Libraries() =>
        Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu*")
            .FirstOrDefault(folder => Directory.EnumerateDirectories(folder, "ejabberd-*").Any())
        ?? throw new DirectoryNotFoundException("ejabberd is missing; test.sh installs it");
}
