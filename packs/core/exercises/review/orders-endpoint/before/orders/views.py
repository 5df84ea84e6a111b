from django.contrib.auth.decorators import login_required
from django.http import JsonResponse


@login_required
def profile(request):
    return JsonResponse({"name": request.user.get_full_name()})
