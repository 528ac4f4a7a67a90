namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>mosquitto as one of several brokers: no file, so that a kill forgets every session and every waiting message.</summary>
public sealed class MosquittoNode() : BrokerProcess("mosquitto")
{
    public override BrokerAddress Address { get; } = new(TestSite.FreePort());

    protected override ChildProcess Launch() => ChildProcess.Start(Binaries.Tool("mosquitto"), ["-c", Configuration()]);

    private string Configuration() => File(
        "mosquitto.conf",
        $"listener {Address.Port} 127.0.0.1",
        "allow_anonymous true",
        "user root",
        "max_queued_messages 1000000",
        "log_dest stderr",
        "log_type error",
        "log_type warning");
}
