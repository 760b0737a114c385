namespace Hillock.Tensors.Tests;

public class ApprovedApi
{
    [Fact]
    public void The_public_api_of_the_tensors_is_the_approved_one() => PublicApi.ShouldBeApproved(typeof(KernelOverTensors).Assembly);
}
